import type { Customer } from '../Customer';
import { readAddress } from '../readAddress';
import type { Scope } from '../Scope';
import type { WebhookEvent } from '../WebhookEvent';
import { eventBase } from './eventBase';
import type { RawMessage } from './messageSchema';

type Make = (
  system: NonNullable<RawMessage['system']>,
  base: { wamid: string; customer: Customer } & ReturnType<typeof eventBase>,
) => WebhookEvent | undefined;

const changedNumber: Make = (system, base) => {
  const { waId } = readAddress(system.wa_id ?? system.new_wa_id);
  const { user_id: userId, previous_user_id: previousUserId } = system;
  return waId === undefined && userId === undefined
    ? undefined
    : { kind: 'number-changed', ...base, waId, userId, previousUserId };
};

const changedIdentity: Make = (_system, base) => ({ kind: 'identity-changed', ...base });

/** Of what a system message tells; any other becomes a line of its own words. */
const makers: Record<string, Make> = {
  user_changed_number: changedNumber,
  customer_changed_number: changedNumber,
  customer_identity_changed: changedIdentity,
  user_identity_changed: changedIdentity,
  user_changed_user_id: ({ user_id: userId, parent_user_id: parentUserId }, base) =>
    userId === undefined ? undefined : { kind: 'user-id-changed', ...base, userId, parentUserId },
};

/**
 * A customer who changed number, phone or user id. `from` is who they were.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system
 */
export function readSystem(raw: RawMessage, customer: Customer, scope: Scope): WebhookEvent | undefined {
  const { type, system, id = '' } = raw;
  if (type !== 'system' || system?.type === undefined || !Object.hasOwn(makers, system.type)) return undefined;
  return makers[system.type]?.(system, { wamid: id, customer, ...eventBase(raw.timestamp, scope) });
}
