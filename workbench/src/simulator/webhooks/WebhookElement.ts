import type { JsonObject } from '../json';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/customers';

/** One thing that happened, before it is put into an envelope. */
export interface WebhookElement {
  /** The envelope's `field`, `messages` for nearly everything. */
  field: string;
  /** The list of `value` that `item` belongs to (`messages`, `statuses`, …); without it `item` is the whole value. */
  list?: string;
  item: JsonObject;
  contacts?: JsonObject[];
  /** Further members of `value`. */
  beside?: JsonObject;
  /** True for template and account events: no metadata, and they belong to the WABA's webhook. */
  account?: boolean;
}

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
