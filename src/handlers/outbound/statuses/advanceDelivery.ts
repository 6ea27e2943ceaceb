import { transition } from 'xstate';
import type { DeliveryEvent } from '../../../machines/delivery';
import { delivery } from '../../../machines/delivery';
import { lookUp } from '../../core/text';

/**
 * The event of the delivery machine for each status of WhatsApp. Statuses without a meaning for the delivery are not
 * listed.
 */
const STATUS_EVENTS: Readonly<Record<string, DeliveryEvent['type']>> = {
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'READ',
  played: 'PLAYED',
  failed: 'FAILED',
};

/** The state of a message that WhatsApp took, without any status yet. */
export const ACCEPTED = 'accepted';

/** The state of a message after a status, and whether a failure must be reported to the agent now. */
interface Advance {
  state: string;
  failedNow: boolean;
}

/**
 * Moves a message's delivery forward. A repeated or late status leaves it where it is.
 *
 * @param from a state of the machine; an unknown one counts as the initial state
 */
export function advanceDelivery(from: string | undefined, status: string): Advance {
  const state = from !== undefined && Object.hasOwn(delivery.states, from) ? from : ACCEPTED;
  const type = lookUp(STATUS_EVENTS, status);
  if (!type) {
    return { state, failedNow: false };
  }
  const [next, actions] = transition(delivery, delivery.resolveState({ value: state }), { type });
  return { state: next.value, failedNow: actions.some((action) => action.type === 'reportFailure') };
}

/**
 * The lock under which a sent message is linked to its wamid, its statuses are applied and the customer's reactions to
 * it are noted: these events may come at the same moment, and each of them writes the whole record.
 */
export function messageLock(wamid: string): string {
  return `message ${wamid}`;
}
