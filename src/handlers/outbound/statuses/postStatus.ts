import { createHmac } from 'crypto';
import { request as requestHttp } from 'http';
import { request as requestHttps } from 'https';
import { isIP } from 'net';

/** Milliseconds for one attempt, including the DNS lookup. */
const PATIENCE = 10_000;

/** When a secret is set, this header holds `sha256=` and the HMAC of the body in hexadecimal. */
const SIGNATURE_HEADER = 'X-WhatsApp-Signature-256';

/** Networks that are not public (IANA special-purpose registries): first address and prefix length. */
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

/** Host names of this machine or its network. */
const PRIVATE_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

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

/**
 * Whether an IP address, or the host of a URL, is by itself on this machine or in a private network. The address behind
 * a public name is known only after a lookup.
 *
 * @param host from `URL.hostname`, which normalises unusual forms of IPv4 addresses
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
 * Only global unicast addresses (2000::/3) are public, except those with an embedded IPv4 address (Teredo, 6to4), those
 * for protocols and those for examples (IANA: 2001::/23, 2001:db8::/32, 2002::/16, 3fff::/20).
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
