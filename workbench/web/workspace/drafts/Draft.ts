import * as v from 'valibot';
import type { Message } from '../../documents/Message';

/** What is about to be written in a room: a text, perhaps as an answer to a message or as a change of one, and files. */
export type Draft = {
  readonly text: string;
  readonly quoting?: Message | undefined;
  readonly editing?: Message | undefined;
  /** What was being written before a message was to be changed. */
  readonly aside?: string | undefined;
  /** It was given to the server before, whose answer was lost or a refusal. */
  readonly attempt?: Attempt | undefined;
  readonly files: readonly File[];
};

/** A text that was given to the server: under the same id it is taken once, however often it is given. */
export const Attempt = v.object({
  /** The message's id, chosen here as Rocket.Chat's client does. */
  id: v.string(),
  text: v.string(),
  /** The message that it answers to. */
  quotes: v.optional(v.string()),
});
export type Attempt = v.InferOutput<typeof Attempt>;

/** An empty draft. */
export const emptyDraft: Draft = { text: '', files: [] };

/** Under which id a draft is sent: the one of before where nothing of it was changed, so that it is not posted twice. */
export function attemptOf({ text, quoting, attempt }: Draft): Attempt {
  const quotes = quoting?._id;
  return attempt?.text === text && attempt.quotes === quotes
    ? attempt
    : { id: createMessageId(), text, ...(quotes !== undefined && { quotes }) };
}

/** Signs of Rocket.Chat's ids, none of which is easily taken for another. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';
const LENGTH = 17;

/** An id for a message, as Rocket.Chat's client chooses one. */
function createMessageId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(LENGTH));
  return Array.from(numbers, (number) => ALPHABET.charAt(number % ALPHABET.length)).join('');
}
