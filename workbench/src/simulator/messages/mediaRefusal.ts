import type { MetaRefusal } from '../errors/MetaRefusal';
import type { JsonObject } from '../json/JsonObject';
import { objectOf } from '../json/objectOf';
import { textOf } from '../json/textOf';
import { bareMimeType } from '../media/bareMimeType';
import { mediaTypes } from '../media/mediaTypes';
import type { SimulatorStore } from '../store/SimulatorStore';

const PRIVATE_HOST =
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[::1?\]|\[f[cd])|\.(local|internal|localhost)$/i;

/**
 * Why WhatsApp would not take the media of a message after all (131053): its type, its size, bytes that are something else,
 * or a link that cannot be reached.
 */
export function mediaRefusal(
  message: JsonObject,
  type: string,
  { media, mediaFiles }: Pick<SimulatorStore, 'media' | 'mediaFiles'>,
): MetaRefusal | undefined {
  const rules = mediaTypes[type];
  if (!rules) return undefined;
  const { id, link, voice } = objectOf(message[type]);
  const address = textOf(link);
  if (address !== undefined && URL.canParse(address) && PRIVATE_HOST.test(new URL(address).hostname)) {
    return { code: 131053, details: 'Downloading media from weblink failed, the host is not reachable.' };
  }
  const record = media.byId(textOf(id) ?? '');
  if (!record) return undefined;
  const mimeType = bareMimeType(record.mimeType);
  const wanted = voice === true ? ['audio/ogg', 'audio/opus'] : rules.mimeTypes;
  if (wanted && !wanted.includes(mimeType)) {
    return {
      code: 131053,
      details: `Unsupported ${rules.label} mime type ${mimeType}. Please use one of ${wanted.join(', ')}.`,
    };
  }
  if (record.size > rules.maxBytes) {
    return {
      code: 131053,
      details: `${rules.label} file size too large: ${record.size} bytes, at most ${rules.maxBytes} are allowed.`,
    };
  }
  const real = realType(mediaFiles.read(record.id));
  const isOther = rules.mimeTypes && real !== undefined && real !== mimeType.replace('audio/opus', 'audio/ogg');
  const isMisnamed = type === 'audio' && mimeType === 'audio/ogg' && !/\.ogg$/i.test(record.filename ?? '');
  return isOther || isMisnamed
    ? {
        code: 131053,
        details: `${rules.label} file ${record.filename ?? ''} is no ${mimeType}, but ${real ?? 'unknown'}.`,
      }
    : undefined;
}

/** What bytes are that say so themselves; WhatsApp looks at them, whatever type the upload was given. */
function realType(bytes: Buffer | undefined): string | undefined {
  const head = bytes?.subarray(0, 64).toString('latin1') ?? '';
  return signatures.find(([pattern]) => pattern.test(head))?.[1];
}

const signatures: readonly (readonly [head: RegExp, type: string])[] = [
  [/^\x89PNG/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  // eslint-disable-next-line no-control-regex -- the number of channels is a byte
  [/^OggS.{24}OpusHead.\x01/s, 'audio/ogg'],
  [/^OggS/, 'audio/ogg of another codec than Opus, or with several channels'],
  [/^.{4}ftypM4A/s, 'audio/mp4'],
  [/^ID3|^\xff[\xf2\xf3\xfa\xfb]/, 'audio/mpeg'],
  [/^\xff[\xf0\xf1\xf8\xf9]/, 'audio/aac'],
  [/^#!AMR/, 'audio/amr'],
];
