import type { PhoneMessage } from '../phone/PhoneMessage';
import type { DeliveryRecord } from '../store/DeliveryRecord';
import type { RequestRecord } from '../store/RequestRecord';

/** What happens, by name, as `/control/events` tells it. */
export interface SimulatorEvents {
  /** A message is new or changed on a phone, or the business types (`message` is absent then). */
  phone: { customerId: string; number: string; message?: PhoneMessage; typing?: boolean };
  request: RequestRecord;
  delivery: DeliveryRecord;
  /** Something in `/control/state` changed. */
  state: Record<string, never>;
}
