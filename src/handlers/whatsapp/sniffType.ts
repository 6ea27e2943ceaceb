/* eslint-disable no-control-regex -- the beginnings of files are bytes of every kind */
import { Buffer } from 'buffer';

/** The type that a file's first bytes show. */
export interface Sniffed {
  /** Plain MIME type; for a container of various kinds of files, the container's type. */
  type: string;
  /** Whether it is Opus with one channel, the only audio in Ogg that WhatsApp plays. */
  isMonoOpus?: boolean;
}

/** Signatures at the beginning of a file. The first matching row counts. */
const signatures: readonly (readonly [head: RegExp, type: string])[] = [
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[^]{4}WEBP/, 'image/webp'],
  [/^RIFF[^]{4}WAVE/, 'audio/wav'],
  [/^RIFF[^]{4}AVI /, 'video/x-msvideo'],
  [/^%PDF-/, 'application/pdf'],
  [/^[^]{4}ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1)/, 'image/heic'],
  [/^[^]{4}ftypavi[fs]/, 'image/avif'],
  [/^[^]{4}ftypqt {2}/, 'video/quicktime'],
  [/^[^]{4}ftyp3g/, 'video/3gpp'],
  [/^[^]{4}ftypM4[AB]/, 'audio/mp4'],
  [/^[^]{4}ftyp/, 'video/mp4'],
  [/^\x1a\x45\xdf\xa3/, 'video/webm'],
  [/^OggS/, 'audio/ogg'],
  [/^fLaC/, 'audio/flac'],
  [/^#!AMR/, 'audio/amr'],
  [/^ID3/, 'audio/mpeg'],
  [/^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/, 'audio/mpeg'],
  [/^\xff[\xf0\xf1\xf8\xf9]/, 'audio/aac'],
  [/^PK\x03\x04/, 'application/zip'],
  [/^Rar!\x1a\x07/, 'application/vnd.rar'],
  [/^7z\xbc\xaf\x27\x1c/, 'application/x-7z-compressed'],
  [/^\x1f\x8b/, 'application/gzip'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'application/x-cfb'],
  [/^II\*\0|^MM\0\*/, 'image/tiff'],
  [/^BM[^]{4}\0\0\0\0/, 'image/bmp'],
];

/** The first page of Opus in Ogg: page header, the length of its one packet, and its number of channels. */
const MONO_OPUS = /^OggS[^]{24}OpusHead[^]\x01/;

/** The type that the bytes themselves show; undefined when they show none, as for texts. */
export function sniffType(bytes: Uint8Array): Sniffed | undefined {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const type = signatures.find(([pattern]) => pattern.test(head))?.[1];
  return type === undefined ? undefined : { type, ...(MONO_OPUS.test(head) ? { isMonoOpus: true } : {}) };
}

/** The number of bytes that are checked to see whether a file is text. */
const LOOKED_AT = 4_096;

/** Whether bytes are text: UTF-8, without control characters that texts do not contain. */
export function isText(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('utf8');
  // The last character may be cut in the middle, which is not an error.
  const whole = bytes.byteLength > LOOKED_AT ? text.slice(0, -3) : text;
  return !/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/.test(whole);
}

/** Whether bytes are a web page, which servers send instead of a file after an error. */
export function isWebPage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('utf8');
  return /^\ufeff?\s*<(?:!doctype\s+html|html)[\s>]/i.test(head);
}
