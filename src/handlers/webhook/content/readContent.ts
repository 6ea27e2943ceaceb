import * as v from 'valibot';
import type { MessageContent } from '../MessageContent';
import { tolerant } from '../tolerant';
import type { WhatsAppError } from '../WhatsAppError';
import { readContactsContent } from './readContactsContent';
import { readInteractiveContent } from './readInteractiveContent';
import { readLocationContent } from './readLocationContent';
import { readMediaContent } from './readMediaContent';
import { readOrderContent } from './readOrderContent';
import { readProductContent } from './readProductContent';
import { readUnsupportedContent } from './readUnsupportedContent';

type Message = Record<string, unknown>;

const textSchema = v.union([
  v.pipe(
    v.string(),
    v.transform((body) => ({ body })),
  ),
  tolerant.object({ body: tolerant.text }),
]);
const buttonSchema = tolerant.object({ text: tolerant.word, payload: tolerant.word });
const systemSchema = tolerant.object({ body: tolerant.word });

/** Type of a message → its content, from the part of the same name. Nothing when that part says nothing. */
const readers: Record<string, (part: unknown, message: Message) => MessageContent | undefined> = {
  text: (part) => {
    const body = v.parse(textSchema, part)?.body;
    return body?.trim() ? { type: 'text', body } : undefined;
  },
  image: (part) => readMediaContent('image', part),
  video: (part) => readMediaContent('video', part),
  audio: (part) => readMediaContent('audio', part),
  // Before the Cloud API a voice message was a type of its own.
  voice: (part) => readMediaContent('audio', part, true),
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
/** How often a message may be wrapped into another, as one that disappears may be. */
const DEEPEST = 3;

/**
 * The content of a message, also of one whose `type` is missing or unknown but that holds a part we know. There is always
 * one: what cannot be shown is `unsupported`, with what is known of it.
 * @param errors of the change, for a message that has none of its own
 */
export function readContent(message: unknown, errors: WhatsAppError[] = []): MessageContent {
  const parts = v.parse(messageSchema, message);
  return read(parts, 0) ?? readBlankText(parts) ?? readUnsupportedContent(parts, errors);
}

/** A text that holds nothing but blanks, of a message that holds nothing else. */
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
