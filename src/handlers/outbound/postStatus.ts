import { createHmac } from 'crypto';
import { request as requestHttp } from 'http';
import { request as requestHttps } from 'https';
import { isPrivateAddress } from './privateAddress';

/** Milliseconds for one try, the look-up of the name included. */
const PATIENCE = 10_000;

/** In this header the receiver finds `sha256=` and the HMAC of the body, hex, when a secret is set. */
const SIGNATURE_HEADER = 'X-WhatsApp-Signature-256';

/** The endpoint is on this machine or in a private network, which the settings do not allow. */
export class PrivateAddressError extends Error {
  constructor() {
    super('the address is in a private network');
  }
}

/**
 * Posts JSON to an address that an admin wrote, from the sandbox itself: Rocket.Chat's own client would follow redirects,
 * and older ones go anywhere. No redirect is followed. The name is looked up once, and what it leads to is checked before
 * anything is sent there (the sandbox has no `dns`, but its sockets tell what they found).
 *
 * @returns the HTTP status
 * @throws PrivateAddressError, or what the connection failed with
 */
export function postStatus(
  address: string,
  report: object,
  { secret, allowPrivate }: { secret: string; allowPrivate: boolean },
): Promise<number> {
  const url = new URL(address);
  if (!allowPrivate && isPrivateAddress(url.hostname)) {
    return Promise.reject(new PrivateAddressError());
  }
  const body = JSON.stringify(report);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    ...(secret ? { [SIGNATURE_HEADER]: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` } : {}),
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    // A connection of its own for each request: one that is kept open would not be looked up again.
    const call = send(url, { method: 'POST', headers, agent: false }, (response) => {
      clearTimeout(timer);
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    const timer = setTimeout(() => call.destroy(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
    call.on('socket', (socket) => {
      const check = (found: string | undefined) => {
        if (!allowPrivate && found && isPrivateAddress(found)) {
          call.destroy(new PrivateAddressError());
        }
      };
      socket.on('lookup', (_error: unknown, found: string | undefined) => check(found));
      socket.on('connect', () => check(socket.remoteAddress));
    });
    call.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    call.end(body);
  });
}
