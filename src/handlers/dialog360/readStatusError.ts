import * as v from 'valibot';
import { AppError } from '../errors/AppError';
import { createRefusal } from '../errors/createRefusal';
import { statusErrorSchema } from './statusErrorSchema';

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
