import { isObject } from '../../json/isObject';
import type { InboundKind } from '../InboundKind';

export const echo: InboundKind = {
  title: 'Sent from the business’s own phone',
  description: 'With coexistence: what somebody writes to the customer in the WhatsApp Business app.',
  example: { type: 'echo', message: { type: 'text', text: { body: 'I will call you' } } },
  build: ({ number, customer, message }) => {
    const content = isObject(message.message)
      ? message.message
      : { type: 'text', text: { body: 'Written on the phone in the shop' } };
    return {
      field: 'smb_message_echoes',
      list: 'message_echoes',
      item: {
        from: number.phoneNumber,
        ...(customer.waId === undefined ? { to_user_id: customer.userId } : { to: customer.waId }),
        ...content,
      },
      shown: content,
      opensWindow: false,
      isEcho: true,
    };
  },
};
