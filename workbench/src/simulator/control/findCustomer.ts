import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/CustomerRecord';
import { ControlError } from './ControlError';

/** The customer of an id; a WhatsApp id or business-scoped id will do as well. @throws ControlError 404 */
export function findCustomer({ store }: Simulator, id: string | undefined): CustomerRecord {
  const key = id ?? '';
  const customer = store.customers.byId(key) ?? store.customers.byWaId(key) ?? store.customers.byUserId(key);
  if (!customer) throw new ControlError(404, `customer: there is no customer ${key}`);
  return customer;
}
