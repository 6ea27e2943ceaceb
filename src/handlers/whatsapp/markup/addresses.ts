import { trimEnd } from '../../core/text';
import type { Inline } from './marks';

const LINK = String.raw`(?:https?:\/\/|www\.)[^\s<>|]+`;
const DOMAIN = String.raw`(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}`;
const MAIL = String.raw`[a-z0-9][\w.+-]{0,63}@${DOMAIN}(?![\w-])`;
/** A bare domain matters only where a path follows it: it has no signs itself. */
const BARE = String.raw`${DOMAIN}(?::\d{1,5})?[/?#][^\s<>|]*`;
const ADDRESS = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${LINK}|${MAIL}|${BARE})`, 'giu');
/** No address ends with these. */
const NEVER_AT_END = '*`';

/** Where web and mail addresses stand in a line: what is inside them is never a mark, in WhatsApp nor in Rocket.Chat. */
export function findAddresses(line: string): { at: number; text: string }[] {
  if (!/[.:]/.test(line)) return [];
  return [...line.matchAll(ADDRESS)].map(({ 0: text, index: at }) => ({ at, text: trimEnd(text, NEVER_AT_END) }));
}

/** Signs at the very end may close a mark rather than belong to the address. */
const SIGNS_AT_END = '_~';

/** The line with letters in place of its addresses: same length, no sign in it that surely belongs to an address. */
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

/** A line, or a part of one that begins at `offset`, in which no mark is read: its text and its addresses, in order. */
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
