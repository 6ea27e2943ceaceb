import type { MetaRefusal } from '../errors/MetaRefusal';
import type { JsonObject } from '../json/JsonObject';
import { objectOf } from '../json/objectOf';
import { textOf } from '../json/textOf';
import { bareMimeType } from '../media/bareMimeType';
import { mediaTypes } from '../media/mediaTypes';
import type { MediaCollection } from '../store/media';

const PRIVATE_HOST =
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[::1?\]|\[f[cd])|\.(local|internal|localhost)$/i;

/** Why WhatsApp would not take the media of a message after all (131053): its type, its size, or a link it cannot reach. */
export function mediaRefusal(message: JsonObject, type: string, media: MediaCollection): MetaRefusal | undefined {
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
  if (record.size <= rules.maxBytes) return undefined;
  return {
    code: 131053,
    details: `${rules.label} file size too large: ${record.size} bytes, at most ${rules.maxBytes} are allowed.`,
  };
}
