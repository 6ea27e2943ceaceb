import { trimEnd } from '../trimEnd';

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
