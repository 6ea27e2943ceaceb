import * as v from 'valibot';
import type { WhatsAppError } from './EventBase';
import type { MessageContent, UnsupportedContent } from './MessageContent';
import {
  readContactsContent,
  readLocationContent,
  readMediaContent,
  readOrderContent,
  readProductContent,
} from './readContentParts';
import { readInteractiveContent } from './readInteractiveContent';
import { readErrors, tolerant } from './tolerant';

type Message = Record<string, unknown>;

const textSchema = v.union([
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((body) => ({ body: String(body) })),
  ),
  tolerant.object({ body: tolerant.text }),
]);
const buttonSchema = tolerant.object({ text: tolerant.word, payload: tolerant.word });
const systemSchema = tolerant.object({ body: tolerant.word });

/**
 * The reader of each type of message, which gets the part of the same name. It returns undefined when that part is
 * empty.
 */
const readers: Record<string, (part: unknown, message: Message) => MessageContent | undefined> = {
  text: (part) => {
    const body = v.parse(textSchema, part)?.body;
    return body?.trim() ? { type: 'text', body } : undefined;
  },
  image: (part) => readMediaContent('image', part),
  video: (part) => readMediaContent('video', part),
  audio: (part) => readMediaContent('audio', part),
  // Before the Cloud API a voice message was a separate type.
  voice: (part) => {
    const audio = readMediaContent('audio', part);
    return audio && { ...audio, isVoice: true };
  },
  document: (part) => readMediaContent('document', part),
  sticker: (part) => readMediaContent('sticker', part),
  location: readLocationContent,
  contacts: (part, message) =>
    typeof part === 'object' && part !== null ? readContactsContent(part, message.origin) : undefined,
  button: (part) => {
    const { text, payload } = v.parse(buttonSchema, part) ?? {};
    const shown = text ?? payload;
    return shown === undefined ? undefined : { type: 'button', text: shown, payload };
  },
  interactive: readInteractiveContent,
  order: readOrderContent,
  product: readProductContent,
  system: (part) => ({ type: 'system', body: v.parse(systemSchema, part)?.body }),
};

const messageSchema = v.fallback(v.record(v.string(), v.unknown()), {});
/** How deep a message may be nested in another, as disappearing messages are. */
const DEEPEST = 3;

/**
 * The content of a message. A message whose `type` is missing or unknown is recognised by its parts. Content that
 * cannot be shown becomes `unsupported`, with the details that are known.
 *
 * @param errors of the change, for a message that has none of its own
 */
export function readContent(message: unknown, errors: WhatsAppError[] = []): MessageContent {
  const parts = v.parse(messageSchema, message);
  return read(parts, 0) ?? readBlankText(parts) ?? readUnsupportedContent(parts, errors);
}

/** A text of only blanks counts when the message holds nothing else. */
function readBlankText({ type, text }: Message): MessageContent | undefined {
  const body = v.parse(tolerant.term, type) === 'text' ? v.parse(textSchema, text)?.body : undefined;
  return body === undefined ? undefined : { type: 'text', body };
}

function read(parts: Message, depth: number): MessageContent | undefined {
  const type = v.parse(tolerant.term, parts.type);
  if (type === 'request_welcome') return { type: 'welcome-request' };
  if (type === 'unsupported') return undefined;
  const names = Object.keys(readers).sort((a, b) => Number(b === type) - Number(a === type));
  for (const name of names) {
    const part = parts[name] ?? undefined;
    const isMeant = name === type || part !== undefined;
    const content = isMeant ? readers[name]?.(part, parts) : undefined;
    if (content) return content;
  }
  const inside = type === undefined || !Object.hasOwn(parts, type) ? {} : v.parse(messageSchema, parts[type]);
  const isText = typeof inside.text === 'string';
  return isText || depth >= DEEPEST || Object.keys(inside).length === 0
    ? undefined
    : read({ ...inside, ...v.parse(messageSchema, inside.message) }, depth + 1);
}

const kindSchema = v.union([v.string(), tolerant.object({ type: tolerant.term })]);
/** The positions at which a part may hold words, the best first. */
const wordsSchema = tolerant.object({
  body: tolerant.text,
  caption: tolerant.text,
  text: tolerant.text,
  title: tolerant.text,
  name: tolerant.text,
  emoji: tolerant.text,
});

/** Types that only say that WhatsApp does not deliver the message. */
const NAMELESS = new Set(['unsupported', 'unknown', 'invalid', 'errors']);
const KIND = /^[a-z][a-z0-9_]{0,39}$/;
/** Types that WhatsApp passes on: one of them without a content and without an error has come incomplete. */
const PASSED_ON = new Set([...Object.keys(readers), 'reaction', 'edit', 'revoke']);

/**
 * A message that cannot be shown, with its kind and its words, such as the caption of a photo that cannot be fetched.
 *
 * @param errors of the change, for a message that has none of its own
 */
export function readUnsupportedContent(message: unknown, errors: WhatsAppError[]): UnsupportedContent {
  const parts = v.parse(messageSchema, message);
  const type = v.parse(tolerant.term, parts.type);
  const unsupported = v.parse(kindSchema, parts.unsupported);
  const kind = typeof unsupported === 'string' ? unsupported.trim().toLowerCase() : unsupported?.type;
  const own = type === undefined ? parts : Object.hasOwn(parts, type) ? parts[type] : undefined;
  const ownErrors = readErrors(parts.errors);
  const told = ownErrors.length > 0 ? ownErrors : errors;
  return {
    type: 'unsupported',
    what: [kind, type].find((each) => each !== undefined && KIND.test(each) && !NAMELESS.has(each)),
    text: findWords(parts.text) ?? (type === 'unsupported' ? undefined : findWords(own)),
    ...(type !== undefined && PASSED_ON.has(type) && told.length === 0 ? { isEmpty: true } : {}),
    errors: told,
  };
}

function findWords(part: unknown): string | undefined {
  const words = typeof part === 'string' ? [part] : Object.values(v.parse(wordsSchema, part) ?? {});
  return words.find((each: string | undefined) => each?.trim());
}
