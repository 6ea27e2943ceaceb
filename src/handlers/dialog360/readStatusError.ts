import * as v from 'valibot';
import { AppError } from '../core/errors/AppError';
import { createRefusal } from '../core/errors/createRefusal';

const text = v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())), undefined);

/** One entry of the `errors` of a status, as Meta sends it; `details` may stand in `error_data` or beside it. */
const statusErrorSchema = v.object({
  code: v.fallback(
    v.optional(v.pipe(v.union([v.number(), v.pipe(v.string(), v.nonEmpty())]), v.transform(Number), v.integer())),
    undefined,
  ),
  title: text,
  message: text,
  details: text,
  error_data: v.fallback(v.optional(v.object({ details: text })), undefined),
});

/**
 * The error of a message that failed after it was accepted, from the `errors` of its status; of several the first one
 * with a code counts. A status without any still gives an error: a failure is never silent.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
export function readStatusError(errors: unknown): AppError {
  const entries = (Array.isArray(errors) ? errors : []).flatMap((entry: unknown) => {
    const parsed = v.safeParse(statusErrorSchema, entry);
    return parsed.success ? [parsed.output] : [];
  });
  const error = entries.find(({ code }) => code !== undefined) ?? entries[0];
  const details = error?.error_data?.details ?? error?.details ?? error?.message ?? error?.title;
  return error?.code === undefined && details === undefined
    ? new AppError({ kind: 'refused', retry: 'no', key: 'errors:failedWithoutReason' })
    : createRefusal({ code: error?.code, details });
}
