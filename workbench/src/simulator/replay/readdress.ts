import { isObject } from '../json/isObject';
import type { JsonObject } from '../json/JsonObject';
import { listOf } from '../json/listOf';
import type { NumberRecord } from '../store/NumberRecord';

/** A copy of a webhook body that is addressed to a number: every `metadata` names it. */
export function readdress(body: JsonObject, { phoneNumber, phoneNumberId }: NumberRecord): JsonObject {
  const metadata = { display_phone_number: phoneNumber, phone_number_id: phoneNumberId };
  const change = (item: JsonObject): JsonObject =>
    isObject(item.value) && isObject(item.value.metadata) ? { ...item, value: { ...item.value, metadata } } : item;
  if (!Array.isArray(body.entry)) return change(body);
  return {
    ...body,
    entry: listOf(body.entry).map((entry) => ({ ...entry, changes: listOf(entry.changes).map(change) })),
  };
}
