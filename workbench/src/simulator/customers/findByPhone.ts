import { spellingsOf } from '../identity/spellingsOf';
import type { CustomerRecord } from '../store/CustomerRecord';
import type { CustomersCollection } from '../store/customers';

/** The customer whom WhatsApp finds under these digits: also under the other spellings of the same mobile number. */
export function findByPhone(customers: CustomersCollection, digits: string): CustomerRecord | undefined {
  for (const spelling of spellingsOf(digits)) {
    const customer = customers.byWaId(spelling);
    if (customer) return customer;
  }
  return undefined;
}
