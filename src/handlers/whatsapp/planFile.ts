import type { Result } from '../core/errors/AppError';
import { ANY_BYTES, endingOf, typeOfFile, typeOfName } from './mimeTypes';
import { isText, sniffType } from './sniffType';

const MB = 1024 * 1024;

/** The largest file that WhatsApp accepts (Meta: supported media types, documents). */
export const MOST_BYTES = 100 * MB;

/** A file to send. */
export interface OutgoingFile {
  name: string;
  /** The type that was stored with it. */
  mimeType: string;
  /** The whole file or its beginning: the first bytes show its real type. */
  bytes: Uint8Array;
  /** Bytes. */
  size: number;
}

/** How a file is sent to WhatsApp. */
export interface FilePlan {
  /** The type of the message. */
  kind: 'image' | 'video' | 'audio' | 'document';
  /** The type for `POST /media`: one that it accepts. */
  mimeType: string;
  /** The name of the upload, with the extension of its type, because Meta relies on it. */
  uploadName: string;
  /** For a document: the file name that the customer reads. */
  filename?: string;
  /** Whether it is shown as a voice note. */
  isVoice?: boolean;
}

/** The types that WhatsApp shows as media, with their maximum sizes (Meta: supported media types). */
const shown: readonly { kind: FilePlan['kind']; mimeTypes: readonly string[]; most: number }[] = [
  { kind: 'image', mimeTypes: ['image/jpeg', 'image/png'], most: 5 * MB },
  { kind: 'video', mimeTypes: ['video/mp4', 'video/3gpp'], most: 16 * MB },
  {
    kind: 'audio',
    mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    most: 16 * MB,
  },
];

/** The other types that `POST /media` accepts. A document may have any type of both tables. */
const documents: readonly string[] = [
  'application/msword',
  'application/pdf',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/webp',
  'text/plain',
];

/** Text types without the prefix `text/`. Such files are sent as plain text, under their own name. */
const TEXTS =
  /^text\/|\+(?:json|xml)$|^application\/(?:json|xml|yaml|x-yaml|javascript|ecmascript|x-sh|sql|toml|x-subrip|rtf|x-ndjson)$|^message\/rfc822$/;

/** Containers whose content is known by the file's name. */
const containers: Readonly<Record<string, RegExp>> = {
  'application/zip': /openxmlformats|opendocument|epub|java-archive|\+zip$|vnd\.android|iwork|x-iwork/,
  'application/x-cfb': /^application\/(?:msword|vnd\.ms-|vnd\.visio|x-msi)/,
  'application/gzip': /gzip|compressed|x-tgz/,
};

/** The sentence about a file that WhatsApp does not accept in any form, by the family of its type. */
const refusals: readonly (readonly [type: RegExp, key: string])[] = [
  [/^image\//, 'errors:pictureKind'],
  [/^video\//, 'errors:videoKind'],
  [/^audio\//, 'errors:soundKind'],
];

/**
 * Decides how a file is sent to WhatsApp: by its real type, and as a document if WhatsApp does not show that type as
 * media.
 *
 * @returns otherwise the sentence about what to do, as a key of the locales with the parameter `name`
 */
export function planFile(file: OutgoingFile): Result<FilePlan> {
  const { name, size } = file;
  if (size === 0) {
    return { ok: false, error: { key: 'errors:fileEmpty', params: { name } } };
  }
  const { type, isPlayable } = realType(file);
  const kind = shown.find(({ mimeTypes, most }) => isPlayable && mimeTypes.includes(type) && size <= most)?.kind;
  if (kind) {
    const isVoice = type === 'audio/ogg';
    return {
      ok: true,
      value: { kind, mimeType: type, uploadName: named(name, type), ...(isVoice ? { isVoice } : {}) },
    };
  }
  const mimeType = TEXTS.test(type) ? 'text/plain' : type;
  if (!documents.includes(mimeType) && !shown.some(({ mimeTypes }) => mimeTypes.includes(mimeType))) {
    const key = refusals.find(([pattern]) => pattern.test(type))?.[1] ?? 'errors:fileKind';
    return { ok: false, error: { key, params: { name } } };
  }
  const uploadName = named(name, mimeType);
  const filename = shorten(typeOfName(name) === '' ? uploadName : name);
  return { ok: true, value: { kind: 'document', mimeType, uploadName, filename } };
}

/**
 * The real type of a file. Its bytes outweigh the given type, and a container's content follows from its name. Without
 * other evidence, readable bytes are text.
 */
function realType({ name, mimeType, bytes }: OutgoingFile): { type: string; isPlayable: boolean } {
  const told = typeOfFile(mimeType, name);
  const seen = sniffType(bytes);
  if (seen === undefined) {
    return { type: isText(bytes) ? typeOfText(told, name) : told, isPlayable: true };
  }
  // Many programs call everything in a container by the container's name.
  const held = [told, typeOfName(name)].find((type) => containers[seen.type]?.test(type));
  if (held !== undefined) {
    return { type: held, isPlayable: true };
  }
  if (seen.type === 'audio/ogg') {
    const isVideo = told.startsWith('video/');
    return { type: isVideo ? 'video/ogg' : seen.type, isPlayable: seen.isMonoOpus === true };
  }
  const isSound = told.startsWith('audio/');
  return {
    // One container for films and sounds.
    type: isSound ? seen.type.replace(/^video\/(?=mp4$|webm$)/, 'audio/') : seen.type,
    isPlayable: !(isSound && seen.type === 'video/3gpp'),
  };
}

/** Windows reports a CSV file as an Excel sheet. For readable text the name is more reliable. */
function typeOfText(told: string, name: string): string {
  const byName = typeOfName(name);
  return TEXTS.test(byName) ? byName : told === ANY_BYTES ? 'text/plain' : told;
}

/** The type of a file by all known facts, for the setting with the accepted types. */
export function typeOfContent(file: OutgoingFile): string {
  return realType(file).type;
}

/** The name with an extension of the type. */
function named(name: string, type: string): string {
  const ending = endingOf(type);
  const fits = type === 'audio/ogg' ? /\.ogg$/i.test(name) : typeOfName(name) === type;
  return fits || ending === undefined ? name : `${name}.${ending}`;
}

/** The longest file name that WhatsApp accepts, in characters. */
const LONGEST_NAME = 240;

/** A name that is too long, cut before its extension. */
function shorten(name: string): string {
  const characters = [...name];
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return characters.length <= LONGEST_NAME
    ? name
    : characters.slice(0, LONGEST_NAME - [...ending].length).join('') + ending;
}
