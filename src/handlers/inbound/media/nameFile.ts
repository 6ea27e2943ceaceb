import { createHash } from 'crypto';
import type { Translate } from '../../core/translator';
import { trimEnd } from '../../core/text';
import { escapeMarkdown } from '../../whatsapp/markup/whatsAppToMarkdown';
import { nameKind } from '../../whatsapp/messages/nameKind';
import type { RenderedMedia } from '../../whatsapp/messages/RenderedMessage';
import { endingOf, typeOfName } from '../../whatsapp/mimeTypes';

/**
 * The full name of a file. Rocket.Chat and people's computers rely on its extension, so an extension of a forbidden or
 * unknown type is followed by the extension of the file's real type.
 */
export function nameFile(naming: Naming, type: string, accepts: (type: string) => boolean): string {
  const stem = stemOfFile(naming);
  const named = typeOfName(stem);
  const ending = endingOf(type);
  return (named !== '' && accepts(named)) || ending === undefined ? stem : `${stem}.${ending}`;
}

/** The facts from which the name of a customer's file is made. */
interface Naming {
  media: Pick<RenderedMedia, 'kind' | 'filename'>;
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  t: Translate;
}

/**
 * The name of a file without an added ending: the customer's own name, made harmless. A file without a name gets its kind,
 * WhatsApp's time in UTC and a few digits of the message id, so that the pictures of an album have different names.
 */
export function stemOfFile({ media, wamid, at, t }: Naming): string {
  const given = media.filename === undefined ? undefined : cleanFileName(media.filename);
  if (given) {
    return given;
  }
  const kind = cleanFileName(nameKind(media.kind, t)) ?? media.kind;
  const time = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const sign = createHash('sha256').update(wamid).digest('hex').slice(0, 6);
  return [kind.replaceAll(' ', '-'), time, sign].join('-');
}

/** A customer's file in Markdown: its kind, and its name if it has one. */
export function sayMedia({ kind, filename }: Pick<RenderedMedia, 'kind' | 'filename'>, t: Translate): string {
  const name = filename === undefined ? undefined : cleanFileName(filename);
  const said = nameKind(kind, t);
  return name ? t('media:named', { kind: said, name: escapeMarkdown(name) }) : said;
}

/**
 * Invisible characters, among them those that change the direction of text, with which `gpj.exe` reads as `exe.jpg`.
 */
const DECEIVING = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
/** Control characters, unpaired surrogates, and characters that some file systems do not accept. */
const UNUSABLE = /[\p{Cc}\p{Cs}<>:"|?*]/gu;
/** Characters before the ending. Lists cut long names, and file systems accept at most 255 bytes. */
const LONGEST_STEM = 60;
const ENDING = /\.[\p{L}\p{N}]{1,10}$/u;

/**
 * A customer's file name, safe to store and show: without a path, without deceptive or unusable characters, and not too
 * long. The extension, other scripts and emojis stay.
 *
 * @returns undefined when nothing is left
 */
export function cleanFileName(name: string): string | undefined {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(DECEIVING, '').replace(UNUSABLE, '_').replace(/\s+/gu, ' ');
  // A leading dot would hide the file. Some systems lose a dot or blank at the end.
  const trimmed = trimEnd(plain.replace(/^[. ]+/u, ''), '. ');
  const ending = ENDING.exec(trimmed)?.[0] ?? '';
  const stem = [...trimmed.slice(0, trimmed.length - ending.length)].slice(0, LONGEST_STEM).join('').trimEnd();
  return /[\p{L}\p{N}\p{S}]/u.test(stem) ? stem + ending : undefined;
}
