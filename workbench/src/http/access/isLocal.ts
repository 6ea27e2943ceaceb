import { isIP } from 'node:net';
import type { Request } from 'express';

/** The headers that a tunnel or a proxy on this machine adds. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'cf-connecting-ip'];

/**
 * Whether a request was made on this machine, to an address of this machine. A request through a tunnel does not count,
 * although its socket is local, and neither does a page whose host name was pointed to this machine.
 */
export function isLocal(request: Request): boolean {
  if (!isLoopback(request.socket.remoteAddress)) return false;
  if (FORWARDED.some((header) => request.get(header) !== undefined)) return false;
  const name = (request.get('host') ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || (isIP(name) !== 0 && isLoopback(name));
}

/** Whether the address of a socket belongs to this machine. */
export function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}
