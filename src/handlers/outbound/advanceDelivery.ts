import { transition } from 'xstate';
import { delivery } from '../../machines/delivery';
import type { DeliveryEvent } from '../../machines/delivery';

/** A status of WhatsApp's, as the event of the delivery machine. Kinds that say nothing of the way are not listed. */
const events: Readonly<Record<string, DeliveryEvent['type']>> = {
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'READ',
  played: 'PLAYED',
  failed: 'FAILED',
};

/** The state of a message that WhatsApp has taken and told nothing more of. */
export const ACCEPTED = 'accepted';

/** Where a message stands after a status, and whether the agent has to be told of a failure now. */
export interface Advance {
  state: string;
  failedNow: boolean;
}

/**
 * Moves a message's delivery forward. A repeated or late status leaves it where it is.
 *
 * @param from a state of the machine; an unknown one counts as the first
 */
export function advanceDelivery(from: string | undefined, status: string): Advance {
  const state = from !== undefined && Object.hasOwn(delivery.states, from) ? from : ACCEPTED;
  const type = Object.hasOwn(events, status) ? events[status] : undefined;
  if (!type) {
    return { state, failedNow: false };
  }
  const [next, actions] = transition(delivery, delivery.resolveState({ value: state }), { type });
  return { state: next.value, failedNow: actions.some((action) => action.type === 'reportFailure') };
}
