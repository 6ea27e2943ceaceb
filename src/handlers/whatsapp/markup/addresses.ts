import { trimEnd } from '../../core/text';
import type { Inline } from './marks';

const LINK = String.raw`(?:https?:\/\/|www\.)[^\s<>|]+`;
const DOMAIN = String.raw`(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}`;
const MAIL = String.raw`[a-z0-9][\w.+-]{0,63}@${DOMAIN}(?![\w-])`;
/** A bare domain matters only with a path, because a domain alone contains no formatting characters. */
const BARE = String.raw`${DOMAIN}(?::\d{1,5})?[/?#][^\s<>|]*`;
const ADDRESS = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${LINK}|${MAIL}|${BARE})`, 'giu');
/** Characters that never end an address. */
const NEVER_AT_END = '*`';

/** The positions of web and mail addresses in a line. Neither WhatsApp nor Rocket.Chat reads formatting inside them. */
export function findAddresses(line: string): { at: number; text: string }[] {
  if (!/[.:]/.test(line)) return [];
  return [...line.matchAll(ADDRESS)].map(({ 0: text, index: at }) => ({ at, text: trimEnd(text, NEVER_AT_END) }));
}

/** Characters at the very end may close a mark instead of belonging to the address. */
const SIGNS_AT_END = '_~';

/**
 * The line with letters in place of its addresses: the same length, but without any formatting character of an address.
 */
export function maskAddresses(line: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, text } of findAddresses(line)) {
    const { length } = trimEnd(text, SIGNS_AT_END);
    parts.push(line.slice(from, at), 'x'.repeat(length));
    from = at + length;
  }
  return [...parts, line.slice(from)].join('');
}

/**
 * Splits a line without formatting, or a part of one that begins at `offset`, into its text and addresses, in order.
 */
export function readPlainLine(line: string, offset = 0): Inline[] {
  const nodes: Inline[] = [];
  let from = 0;
  for (const { at, text } of findAddresses(line)) {
    if (at > from) nodes.push({ kind: 'text', at: offset + from, text: line.slice(from, at) });
    nodes.push({ kind: 'url', at: offset + at, text });
    from = at + text.length;
  }
  if (from < line.length) nodes.push({ kind: 'text', at: offset + from, text: line.slice(from) });
  return nodes;
}
