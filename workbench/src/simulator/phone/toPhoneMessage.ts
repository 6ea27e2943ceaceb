import { objectOf } from '../json/objectOf';
import { textOf } from '../json/textOf';
import type { MessageRecord } from '../store/MessageRecord';
import type { MessagesCollection } from '../store/messages';
import type { PhoneMessage } from './PhoneMessage';

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
