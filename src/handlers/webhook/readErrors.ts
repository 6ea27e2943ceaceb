import * as v from 'valibot';
import { tolerant } from './tolerant';
import type { WhatsAppError } from './WhatsAppError';

const schema = tolerant.listOf(
  v.object({
    code: tolerant.number,
    title: tolerant.word,
    message: tolerant.word,
    details: tolerant.word,
    error_data: tolerant.object({ details: tolerant.word }),
    href: tolerant.word,
  }),
);

/** `errors` of a message, a status or a change; the details stand in `error_data` or, in old bodies, beside it. */
export function readErrors(errors: unknown): WhatsAppError[] {
  return v.parse(schema, errors).map(({ error_data, details, ...error }) => ({
    ...error,
    details: error_data?.details ?? details,
  }));
}
