import type { PhoneMessage } from '../../simulator/documents/PhoneMessage';

/** Whether a message is on the phone: one that failed never came, one that was only sent is not there yet. */
export type Arrival = 'there' | 'on its way' | 'failed';

const ARRIVALS: Readonly<Record<string, Arrival>> = { accepted: 'on its way', sent: 'on its way', failed: 'failed' };

/** Where a message stands, seen from the phone. */
export function arrivalOf({ direction, status }: PhoneMessage): Arrival {
  return direction === 'in' ? 'there' : (ARRIVALS[status] ?? 'there');
}
