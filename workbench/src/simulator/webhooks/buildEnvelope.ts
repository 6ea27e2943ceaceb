import type { JsonObject } from '../json';
import { listOf } from '../json';
import type { NumberRecord } from '../store/numbers';
import type { Switches } from '../switches/Switches';
import type { WebhookElement } from './WebhookElement';

interface Change {
  field: string;
  value: JsonObject;
}

/**
 * The body of a webhook as 360dialog delivers it: one entry of the WABA, its changes holding the elements in order.
 * `merged` puts elements of one field into one change, `separate` gives each its own.
 */
export function buildEnvelope(
  number: NumberRecord,
  elements: WebhookElement[],
  { batchStyle, displayNumber: spelling }: Pick<Switches, 'batchStyle' | 'displayNumber'>,
  seconds: string,
): JsonObject {
  const metadata = {
    display_phone_number: displayNumber(number.phoneNumber, spelling),
    phone_number_id: number.phoneNumberId,
  };
  const changes: Change[] = [];
  for (const element of elements) {
    const last = changes.at(-1);
    const joined =
      batchStyle === 'merged' && element.list !== undefined && last?.field === element.field && !element.beside;
    if (joined) add(last.value, element);
    else changes.push({ field: element.field, value: valueOf(metadata, element) });
  }
  const isAccount = elements.some(({ account }) => account);
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: number.wabaId, ...(isAccount && { time: Number(seconds) }), changes }],
  };
}

function valueOf(metadata: JsonObject, element: WebhookElement): JsonObject {
  if (element.account || element.list === undefined) return element.item;
  const value: JsonObject = { messaging_product: 'whatsapp', metadata };
  add(value, element);
  return { ...value, ...element.beside };
}

function add(value: JsonObject, { list = '', item, contacts = [] }: WebhookElement): void {
  const known = listOf(value.contacts);
  const isKnown = (contact: JsonObject) =>
    known.some(({ wa_id, user_id }) => wa_id === contact.wa_id && user_id === contact.user_id);
  const added = contacts.filter((contact) => !isKnown(contact));
  if (known.length + added.length > 0) value.contacts = [...known, ...added];
  value[list] = [...listOf(value[list]), item];
}

const SPELLINGS: Record<Switches['displayNumber'], (digits: string) => string> = {
  digits: (digits) => digits,
  plus: (digits) => `+${digits}`,
  dashes: (digits) => `+${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4, 8)}-${digits.slice(8)}`,
};

/** A business number as `metadata.display_phone_number` writes it. */
function displayNumber(digits: string, spelling: Switches['displayNumber']): string {
  return SPELLINGS[spelling](digits);
}
