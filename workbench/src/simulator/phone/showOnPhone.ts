import { objectOf, textOf } from '../json';
import type { Simulator } from '../Simulator';
import type { MessageRecord, MessagesCollection } from '../store/messages';
import type { PhoneMessage } from './PhoneMessage';

/** Tells the phone panels that a message is new or has changed. */
export function showOnPhone({ bus, store }: Simulator, record: MessageRecord): void {
  if (record.hidden || !bus.heard()) return;
  bus.emit('phone', {
    customerId: record.customerId,
    number: record.phoneNumber,
    message: toPhoneMessage(record, store.messages),
  });
}

/** A stored message as the phone shows it, its quote looked up. */
export function toPhoneMessage(record: MessageRecord, messages: MessagesCollection): PhoneMessage {
  const context = objectOf(record.message.context);
  const quotedId = textOf(context.id) ?? textOf(context.message_id);
  const quoted = quotedId === undefined ? undefined : messages.byWamid(quotedId);
  return {
    wamid: record.wamid,
    direction: record.direction,
    timestamp: new Date(record.timestamp).toISOString(),
    message: record.message,
    status: record.status,
    errors: record.errors,
    reactions: record.reactions,
    quoted: quoted && { wamid: quoted.wamid, direction: quoted.direction, message: quoted.message },
    edited: record.edited,
    revoked: record.revoked,
    readByBusiness: record.readByBusiness,
    rendered: record.rendered,
  };
}
