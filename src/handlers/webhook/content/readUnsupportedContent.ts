import * as v from 'valibot';
import { readErrors } from '../readErrors';
import type { UnsupportedContent } from '../MessageContent';
import { tolerant } from '../tolerant';
import type { WhatsAppError } from '../WhatsAppError';

const schema = tolerant.object({
  type: tolerant.word,
  unsupported: tolerant.object({ type: tolerant.word }),
  text: tolerant.object({ body: tolerant.text }),
  errors: v.optional(v.unknown()),
});

/** Types that say no more than that WhatsApp does not hand the message on. */
const NAMELESS = new Set(['unsupported', 'unknown', 'invalid', 'errors']);

/** A message that cannot be shown, with what is told of it. `errors` of the change count when it has none of its own. */
export function readUnsupportedContent(message: unknown, errors: WhatsAppError[]): UnsupportedContent {
  const { type, unsupported, text, errors: own } = v.parse(schema, message) ?? {};
  const what = [unsupported?.type, type].find((each) => each !== undefined && !NAMELESS.has(each));
  const ownErrors = readErrors(own);
  return {
    type: 'unsupported',
    what,
    text: text?.body?.trim() ? text.body : undefined,
    errors: ownErrors.length > 0 ? ownErrors : errors,
  };
}
