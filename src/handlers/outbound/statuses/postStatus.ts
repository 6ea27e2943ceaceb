import { createHmac } from 'crypto';
import { request as requestHttp } from 'http';
import { request as requestHttps } from 'https';
import { isIP } from 'net';

/** Milliseconds for one try, the look-up of the name included. */
const PATIENCE = 10_000;

/** In this header the receiver finds `sha256=` and the HMAC of the body, hex, when a secret is set. */
const SIGNATURE_HEADER = 'X-WhatsApp-Signature-256';

/** Networks that are nobody's on the internet (IANA special-purpose registries), as first address and length of prefix. */
const PRIVATE_V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];

/** Names that stand for this machine or its network. */
const PRIVATE_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

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

/**
 * Whether an IP address, or the host of a URL, is on this machine or in a private network, as far as it tells by itself.
 * The address behind a public name is known only after a lookup.
 *
 * @param host as `URL.hostname` gives it, which writes every odd form of an IPv4 address in the usual one
 */
export function isPrivateAddress(host: string): boolean {
  const bare = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  const kind = isIP(bare);
  if (kind === 4) {
    return isPrivateV4(bare);
  }
  return kind === 6 ? isPrivateV6(bare) : PRIVATE_NAMES.test(bare) || !bare.includes('.');
}

function isPrivateV4(address: string): boolean {
  const value = numberOf(address);
  return PRIVATE_V4.some(([network, length]) => {
    const size = 2 ** (32 - length);
    return Math.floor(value / size) === Math.floor(numberOf(network) / size);
  });
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/**
 * Only what is global unicast (2000::/3) is public, less what has an IPv4 address in it (Teredo, 6to4), what is for protocols and
 * what is for examples (IANA: 2001::/23, 2001:db8::/32, 2002::/16, 3fff::/20).
 */
function isPrivateV6(address: string): boolean {
  const mapped = /^(?:::ffff:|::)(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped) {
    return isPrivateV4(mapped);
  }
  return (
    !/^[23][0-9a-f]{3}:/.test(address) ||
    /^(?:2001:(?:[01]?[0-9a-f]{0,2}|0?db8):|2002:|3fff:0?[0-9a-f]{0,3}:)/.test(address)
  );
}
