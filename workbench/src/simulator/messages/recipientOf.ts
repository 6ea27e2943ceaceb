import { createCustomer } from '../customers/createCustomer';
import { canonicalWaId, digitsOf, findByPhone } from '../customers/findByPhone';
import type { MetaRefusal } from '../errors/metaError';
import type { JsonObject } from '../json';
import { textOf } from '../json';
import type { CustomerRecord } from '../store/customers';
import { invalid, missing } from './checks';
import type { SendContext } from './SendContext';

/** The recipient of a message, and how the sender wrote the number. */
export interface Recipient {
  input: string;
  customer: CustomerRecord;
  byUserId: boolean;
  /** The number was given up for another one: what is sent there does not arrive. */
  isFormer?: boolean;
}

const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/**
 * Finds the recipient by `recipient` (business-scoped id) or `to` (phone in any spelling). Somebody unknown becomes a
 * customer here, on WhatsApp or not as the switch says.
 */
export function recipientOf(message: JsonObject, { simulator, number }: SendContext): Recipient | MetaRefusal {
  const userId = textOf(message.recipient);
  const input = userId ?? textOf(message.to);
  if (input === undefined || input === '') return missing('to');
  const onWhatsApp = simulator.switches.current().unknownRecipients === 'create';
  if (userId !== undefined) {
    if (!USER_ID.test(userId)) return invalid('The business-scoped user ID is malformed.');
    const customer = simulator.store.customers.byUserId(userId) ?? stranger({ userId, noPhone: true, name: userId });
    return { input, customer, byUserId: true };
  }
  const digits = digitsOf(input);
  if (digits.length < 7 || digits.length > 15) {
    return invalid('The phone number is malformed: Please use the format: +1234567890.');
  }
  if (digits === number.phoneNumber) return { code: 131021 };
  const waId = canonicalWaId(digits);
  const moved = simulator.store.customers.byFormerWaId(waId);
  const known = findByPhone(simulator.store.customers, digits);
  if (!known && moved) return { input, customer: moved, byUserId: false, isFormer: true };
  const customer = known ?? stranger({ waId, name: `+${waId}` });
  return { input, customer, byUserId: false };

  function stranger(given: Parameters<typeof createCustomer>[1]): CustomerRecord {
    const created = { ...createCustomer(simulator, given), onWhatsApp };
    simulator.store.customers.save(created);
    return created;
  }
}
