import type { MessageRecord } from '../store/MessageRecord';
import type { Simulator } from '../Simulator';
import { toPhoneMessage } from './toPhoneMessage';

/** Tells the phone panels that a message is new or has changed. */
export function showOnPhone({ bus, store }: Simulator, record: MessageRecord): void {
  if (record.hidden || !bus.heard()) return;
  bus.emit('phone', {
    customerId: record.customerId,
    number: record.phoneNumber,
    message: toPhoneMessage(record, store.messages),
  });
}
