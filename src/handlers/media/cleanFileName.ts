import { trimEnd } from '../trimEnd';

/** Signs that turn the direction of what follows, so that `gpj.exe` reads as `exe.jpg`; and signs that nobody sees. */
const DECEIVING = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
/** Control characters, halves of characters, and what some file systems do not take. */
const UNUSABLE = /[\p{Cc}\p{Cs}<>:"|?*]/gu;
/** Characters before the ending: long names are cut in every list, and file systems take no more than 255 bytes. */
const LONGEST_STEM = 60;
const ENDING = /\.[\p{L}\p{N}]{1,10}$/u;

/**
 * A customer's file name as it may be stored and shown: no path, no deceiving or unusable signs, not too long; its ending
 * is kept. Other scripts and emojis stay.
 *
 * @returns undefined where nothing is left
 */
export function cleanFileName(name: string): string | undefined {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(DECEIVING, '').replace(UNUSABLE, '_').replace(/\s+/gu, ' ');
  // A leading dot would hide the file, a trailing dot or blank is lost by some systems.
  const trimmed = trimEnd(plain.replace(/^[. ]+/u, ''), '. ');
  const ending = ENDING.exec(trimmed)?.[0] ?? '';
  const stem = [...trimmed.slice(0, trimmed.length - ending.length)].slice(0, LONGEST_STEM).join('').trimEnd();
  return /[\p{L}\p{N}\p{S}]/u.test(stem) ? stem + ending : undefined;
}
