import { randomUUID } from 'node:crypto';
import { canonicalWaId } from '../identity/canonicalWaId';
import { createUserId } from '../identity/createUserId';
import { randomDigits } from '../identity/randomDigits';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/CustomerRecord';
import { inventName } from './inventName';

export interface NewCustomer {
  name?: string;
  waId?: string;
  userId?: string;
  username?: string;
  /** True: the phone stays hidden, only the business-scoped id is known to businesses. */
  noPhone?: boolean;
}

/** Adds a WhatsApp user; invents what is not given. */
export function createCustomer({ store, clock, bus }: Simulator, given: NewCustomer): CustomerRecord {
  const waId = given.noPhone ? undefined : (given.waId ?? canonicalWaId(`5511${randomDigits(8)}`));
  const name = given.name ?? inventName(store.customers.all().length);
  const customer: CustomerRecord = {
    id: randomUUID(),
    name,
    waId,
    userId: given.userId ?? createUserId(waId),
    username: given.username ?? (given.noPhone ? name.toLowerCase().replace(/[^a-z0-9]+/g, '.') : undefined),
    formerWaIds: [],
    onWhatsApp: true,
    readReceipts: true,
    offline: false,
    marketingStopped: false,
    blocked: [],
    createdAt: clock.now(),
  };
  store.customers.save(customer);
  bus.emit('state', {});
  return customer;
}
