import type { Simulator } from '../Simulator';
import type { DeliveryRecord } from '../store/DeliveryRecord';

/** Tells the listeners about a delivery, without its body, which can be large. */
export function reportDelivery({ bus }: Simulator, { body: _body, ...delivery }: DeliveryRecord): void {
  if (bus.heard()) bus.emit('delivery', delivery);
}
