import { metaError } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { isObject, textOf } from '../../json';
import { wrongParam } from '../../messages/checks';
import type { SendContext } from '../../messages/SendContext';
import { sendMessage } from '../../messages/sendMessage';
import { showOnPhone } from '../../phone/showOnPhone';
import { showTyping } from '../../phone/typing';
import type { MessageRecord } from '../../store/messages';
import type { Answer } from '../Answer';
import { ok } from '../Answer';
import type { Endpoint } from '../Endpoint';

/** `POST /messages`: sends a message, or marks one as read. */
export const postMessages: Endpoint = (simulator, { number, body, isBroken }) => {
  if (isBroken) return metaError({ code: 100, message: 'The request body is not a valid JSON object.' });
  const context = { simulator, number };
  return body.status === 'read' ? markAsRead(body, context) : sendMessage(body, context);
};

const EARLIER = 200;

/** `POST /messages` with `status: read`: this incoming message and the earlier ones of its chat; perhaps typing. */
function markAsRead(message: JsonObject, { simulator, number }: SendContext): Answer {
  if (message.messaging_product !== 'whatsapp') {
    return metaError(
      wrongParam('messaging_product', `must be one of {WHATSAPP} - got "${String(message.messaging_product)}".`),
    );
  }
  const wamid = textOf(message.message_id) ?? '';
  const record = simulator.store.messages.byWamid(wamid);
  const refuse = (details: string): Answer => metaError({ code: 100, message: 'Invalid parameter', details });
  if (record?.phoneNumber !== number.phoneNumber) return refuse('Please check the message ID you have provided.');
  if (record.direction === 'out') {
    return refuse(
      `Message supplied to mark message as read API with message ID: ${wamid} is outgoing. Please use an incoming message ID.`,
    );
  }
  const typing = isObject(message.typing_indicator) ? message.typing_indicator.type : undefined;
  if (typing !== undefined && typing !== 'text') {
    return metaError(wrongParam("typing_indicator['type']", 'must be one of {TEXT}.'));
  }
  markEarlier(record);
  if (typing === 'text') showTyping(simulator, number.phoneNumber, record.customerId);
  return ok({ success: true });

  function markEarlier(marked: MessageRecord): void {
    const chat = simulator.store.messages.ofChat(marked.phoneNumber, marked.customerId, EARLIER);
    const position = chat.findIndex(({ wamid: id }) => id === marked.wamid);
    const concerned = position < 0 ? [marked] : chat.slice(0, position + 1);
    for (const earlier of concerned) {
      if (earlier.direction === 'out' || earlier.readByBusiness) continue;
      const read = { ...earlier, readByBusiness: true };
      simulator.store.messages.save(read);
      showOnPhone(simulator, read);
    }
  }
}
