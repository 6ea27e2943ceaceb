import type { JsonObject } from '../json/JsonObject';
import { metaErrorCodes } from './metaErrorCodes';
import type { MetaRefusal } from './MetaRefusal';

const HREF = '/documentation/business-messaging/whatsapp/support/error-codes';

/** The `errors` of a `failed` status. */
export function statusErrors(refusal: MetaRefusal): JsonObject[] {
  const known = metaErrorCodes[refusal.code];
  const title = refusal.message ?? known?.title ?? 'Generic user error';
  const details = refusal.details ?? known?.details ?? title;
  return [{ code: refusal.code, title, message: title, error_data: { details }, href: HREF }];
}
