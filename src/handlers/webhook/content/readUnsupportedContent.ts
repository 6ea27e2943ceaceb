import * as v from 'valibot';
import { readErrors } from '../readErrors';
import type { UnsupportedContent } from '../MessageContent';
import { tolerant } from '../tolerant';
import type { WhatsAppError } from '../WhatsAppError';

const schema = v.fallback(v.record(v.string(), v.unknown()), {});
const kindSchema = v.union([v.string(), tolerant.object({ type: tolerant.term })]);
/** Where words may stand in a part, the best place first. */
const wordsSchema = tolerant.object({
  body: tolerant.text,
  caption: tolerant.text,
  text: tolerant.text,
  title: tolerant.text,
  name: tolerant.text,
});

/** Types that say no more than that WhatsApp does not hand the message on. */
const NAMELESS = new Set(['unsupported', 'unknown', 'invalid', 'errors']);
const KIND = /^[a-z][a-z0-9_]{0,39}$/;

/**
 * A message that cannot be shown, with what is told of it: its kind and words that came with it, such as the caption of a
 * photo that cannot be fetched. `errors` of the change count when it has none of its own.
 */
export function readUnsupportedContent(message: unknown, errors: WhatsAppError[]): UnsupportedContent {
  const parts = v.parse(schema, message);
  const type = v.parse(tolerant.term, parts.type);
  const unsupported = v.parse(kindSchema, parts.unsupported);
  const kind = typeof unsupported === 'string' ? unsupported.trim().toLowerCase() : unsupported?.type;
  const own = type === undefined ? parts : Object.hasOwn(parts, type) ? parts[type] : undefined;
  const ownErrors = readErrors(parts.errors);
  return {
    type: 'unsupported',
    what: [kind, type].find((each) => each !== undefined && KIND.test(each) && !NAMELESS.has(each)),
    text: findWords(parts.text) ?? (type === 'unsupported' ? undefined : findWords(own)),
    errors: ownErrors.length > 0 ? ownErrors : errors,
  };
}

function findWords(part: unknown): string | undefined {
  const words = typeof part === 'string' ? [part] : Object.values(v.parse(wordsSchema, part) ?? {});
  return words.find((each: string | undefined) => each?.trim());
}
