import { isIP } from 'net';

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

/**
 * Whether an IP address, or the host of a URL, is on this machine or in a private network, as far as it tells by itself.
 * What a public name leads to is only known when it is looked up.
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

/** Only what is global unicast (2000::/3) is public, less what has an IPv4 address in it or is for examples. */
function isPrivateV6(address: string): boolean {
  const mapped = /^(?:::ffff:|::)(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped) {
    return isPrivateV4(mapped);
  }
  return !/^[23][0-9a-f]{3}:/.test(address) || /^(?:2001:0?db8:|2002:)/.test(address);
}
