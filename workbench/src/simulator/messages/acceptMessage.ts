import { conversationOf } from '../customers/conversationOf';
import { createWamid } from '../identity/createWamid';
import { userDigits } from '../identity/userDigits';
import type { JsonObject } from '../json/JsonObject';
import { listOf } from '../json/listOf';
import { objectOf } from '../json/objectOf';
import { textOf } from '../json/textOf';
import { endTyping } from '../phone/endTyping';
import { showOnPhone } from '../phone/showOnPhone';
import type { MessageRecord } from '../store/MessageRecord';
import type { TemplateRecord } from '../store/TemplateRecord';
import { renderTemplate } from '../templates/renderTemplate';
import type { Recipient } from './recipientOf';
import type { SendContext } from './SendContext';
import { typeOf } from './typeOf';

/** Stores a message that was accepted and shows it on the phone. Returns the record; statuses are planned by the caller. */
export function acceptMessage(
  message: JsonObject,
  { customer }: Recipient,
  template: TemplateRecord | undefined,
  { simulator, number }: SendContext,
): MessageRecord {
  const { store, clock } = simulator;
  const type = typeOf(message);
  const record: MessageRecord = {
    wamid: createWamid(userDigits(customer), 'out'),
    phoneNumber: number.phoneNumber,
    customerId: customer.id,
    direction: 'out',
    timestamp: clock.now(),
    message: { type, [type]: message[type], ...(message.context !== undefined && { context: message.context }) },
    status: 'accepted',
    reactions: [],
    hidden: type === 'reaction',
    opaqueData: textOf(message.biz_opaque_callback_data),
    category: template?.category,
    rendered: template && renderTemplate(template, listOf(objectOf(message.template).components)),
  };
  store.messages.insert(record);
  // A new pair gets its conversation id here; every status names it.
  store.conversations.save(conversationOf(store, number.phoneNumber, customer.id));
  endTyping(simulator, record, true);
  showOnPhone(simulator, record);
  return record;
}
