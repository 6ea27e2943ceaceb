import { conversationOf, isWindowOpen } from '../customers/conversationOf';
import type { MetaRefusal } from '../errors/metaError';
import type { JsonObject } from '../json';
import { objectOf, textOf } from '../json';
import type { CustomerRecord } from '../store/customers';
import type { SimulatorStore } from '../store/SimulatorStore';
import type { SendContext } from './SendContext';

/** A reaction may be given to a message of the last 30 days. */
const REACTION_MS = 30 * 24 * 3_600_000;

/**
 * Reasons why an accepted message fails later: an unknown recipient, a block, stopped marketing, a closed window, media that
 * WhatsApp does not take, a reaction to a message that is not there.
 */
export function laterRefusal(
  message: JsonObject,
  type: string,
  customer: CustomerRecord,
  category: string | undefined,
  { simulator, number }: SendContext,
): MetaRefusal | undefined {
  if (!customer.onWhatsApp || customer.blocked.includes(number.phoneNumber)) return { code: 131026 };
  if (category === 'MARKETING' && customer.marketingStopped) return { code: 131050 };
  if (type !== 'template' && simulator.switches.current().window === 'async') {
    const conversation = conversationOf(simulator.store, number.phoneNumber, customer.id);
    if (!isWindowOpen(conversation, simulator.clock.now())) return { code: 131047 };
  }
  if (type === 'reaction') return reactionRefusal(message, customer, { simulator, number });
  return mediaRefusal(message, type, simulator.store);
}

function reactionRefusal(
  message: JsonObject,
  customer: CustomerRecord,
  { simulator, number }: SendContext,
): MetaRefusal | undefined {
  const target = simulator.store.messages.byWamid(textOf(objectOf(message.reaction).message_id) ?? '');
  const isThere =
    target?.customerId === customer.id &&
    target.phoneNumber === number.phoneNumber &&
    simulator.clock.now() - target.timestamp <= REACTION_MS;
  return isThere ? undefined : { code: 131009, details: 'The message to react to does not exist or is too old.' };
}

const PRIVATE_HOST =
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[::1?\]|\[f[cd])|\.(local|internal|localhost)$/i;

/**
 * Why WhatsApp would not take the media of a message after all (131053): its type, its size, bytes that are something else,
 * or a link that cannot be reached.
 */
function mediaRefusal(
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

/** The type that a file's bytes show. WhatsApp checks the bytes, whatever type the upload states. */
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

const MEGABYTE = 1024 * 1024;

interface MediaType {
  /** Singular, as Meta's failed statuses name it. */
  label: string;
  /** Without parameters; undefined: any. */
  mimeTypes?: readonly string[];
  maxBytes: number;
}

/**
 * What WhatsApp takes for a message of each media type.
 * Source: developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
const mediaTypes: Record<string, MediaType> = {
  image: { label: 'Image', mimeTypes: ['image/jpeg', 'image/png'], maxBytes: 5 * MEGABYTE },
  video: { label: 'Video', mimeTypes: ['video/3gpp', 'video/mp4'], maxBytes: 16 * MEGABYTE },
  audio: {
    label: 'Audio',
    mimeTypes: ['audio/aac', 'audio/amr', 'audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/opus'],
    maxBytes: 16 * MEGABYTE,
  },
  document: { label: 'Document', maxBytes: 100 * MEGABYTE },
  sticker: { label: 'Sticker', mimeTypes: ['image/webp'], maxBytes: 500 * 1024 },
};

/** A MIME type without its parameters, in lower case: `audio/ogg; codecs=opus` → `audio/ogg`. */
function bareMimeType(mimeType: string): string {
  return (mimeType.split(';')[0] ?? '').trim().toLowerCase();
}
