import { createHmac } from 'crypto';
import { request as requestHttp } from 'http';
import { request as requestHttps } from 'https';
import { isPrivateAddress } from '../../core/settings/readCredentials';

/** Milliseconds for one attempt, including the DNS lookup. */
const PATIENCE = 10_000;

/** When a secret is set, this header holds `sha256=` and the HMAC of the body in hexadecimal. */
const SIGNATURE_HEADER = 'X-WhatsApp-Signature-256';

/** Thrown when the endpoint is on this machine or in a private network, which the settings do not allow. */
export class PrivateAddressError extends Error {
  constructor() {
    super('the address is in a private network');
  }
}

/**
 * Posts JSON to an address that an admin configured. It uses the sandbox's own connection, because Rocket.Chat's client
 * follows redirects, and older versions to any host. No redirect is followed. The name is resolved once, and the
 * resulting address is checked before anything is sent to it (the sandbox has no `dns`, but its sockets report the
 * address).
 *
 * @returns the HTTP status
 * @throws PrivateAddressError, or the error of the connection
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
    // Each request has its own connection, because the name of an open one would not be resolved again.
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
