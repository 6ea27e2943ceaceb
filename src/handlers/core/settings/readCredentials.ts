import { isIP } from 'net';
import type { Result } from '../errors/AppError';
import { cleanLine, trimEnd } from '../text';

/** Visible ASCII only: anything else cannot travel in a header. Production keys and `1234567_sandbox` both fit. */
const HEADER_SAFE = /^[\x21-\x7e]+$/;

/**
 * Reads a pasted API key. Surrounding blanks and invisible characters are removed; any other unexpected character is
 * refused.
 */
export function readApiKey(text: string): Result<string> {
  const key = cleanLine(text);
  if (key === '') {
    return { ok: false, error: { key: 'errors:apiKeyMissing' } };
  }
  return HEADER_SAFE.test(key) ? { ok: true, value: key } : { ok: false, error: { key: 'errors:apiKeyMalformed' } };
}

/**
 * Reads the address of 360dialog's API: https anywhere, http only on the same machine, because the API key travels in a
 * header. A path is kept (a proxy may have one), a slash at the end is not; a user name, a query or a fragment is
 * refused, because it would be lost or would leak.
 */
export function readBaseUrl(text: string): Result<string> {
  const typed = cleanLine(text);
  const url = parseUrl(typed);
  if (!url || url.username || url.password || url.search || url.hash) {
    return { ok: false, error: { key: 'errors:baseUrlMalformed', params: { value: typed } } };
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return { ok: false, error: { key: 'errors:baseUrlInsecure', params: { value: typed } } };
  }
  return { ok: true, value: trimEnd(url.href, '/') };
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}

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
