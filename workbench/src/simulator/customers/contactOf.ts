import type { JsonObject } from '../json/JsonObject';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/CustomerRecord';

/** A customer as `value.contacts[]` names them: with the profile in messages, without it in statuses. */
export function contactOf({ switches }: Simulator, customer: CustomerRecord, withProfile: boolean): JsonObject {
  const profile = { name: customer.name, ...(customer.username !== undefined && { username: customer.username }) };
  const mayShowUserId = switches.current().userIds === 'on' || customer.waId === undefined;
  return {
    ...(withProfile && { profile }),
    ...(customer.waId !== undefined && { wa_id: customer.waId }),
    ...(mayShowUserId && { user_id: customer.userId }),
  };
}
