import { randomUUID } from 'node:crypto';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/customers';
import { createUserId, randomDigits } from './createIds';
import { canonicalWaId } from './findByPhone';

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

const FIRST = ['Bruna', 'Mateo', 'Ingrid', 'Omar', 'Chloé', 'Kenji', 'Priya', 'Lukas', 'Zeynep', 'Tomás'];
const LAST = ['Lima', 'Fernández', 'Olsen', 'Haddad', 'Moreau', 'Sato', 'Nair', 'Novák', 'Kaya', 'Rojas'];

/** A name for the n-th customer that nobody named. */
function inventName(index: number): string {
  return `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length + index * 3) % LAST.length]}`;
}
