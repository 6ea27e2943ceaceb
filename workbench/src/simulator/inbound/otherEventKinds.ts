import { randomBytes } from 'node:crypto';
import { isObject, objectOf, textOf } from '../json';
import type { InboundKind } from './InboundKind';

export const requestWelcome: InboundKind = {
  title: 'Chat opened',
  description: 'Somebody opens the chat for the first time and the business asked to be told.',
  example: { type: 'request_welcome' },
  build: () => ({ item: { type: 'request_welcome' }, shown: null }),
};

export const group: InboundKind = {
  title: 'Group message',
  description: 'A text in a group that the number is a member of.',
  example: { type: 'group', text: { body: 'Hello all' } },
  build: ({ message }) => ({
    item: {
      group_id: textOf(message.group_id) ?? 'Y2FwaV9ncm91cDo1NTExNTU1NTAxMDA6MTIwMzYzMDAwMDAwMDAwMDAw',
      type: 'text',
      text: { body: 'Hello all', ...objectOf(message.text) },
    },
    shown: null,
    opensWindow: false,
  }),
};

export const call: InboundKind = {
  title: 'Call',
  description: 'The customer rings (`event: "connect"`) or hangs up (`event: "terminate"`).',
  example: { type: 'call', call: { event: 'connect' } },
  build: ({ simulator, number, customer, message }) => {
    const given = objectOf(message.call);
    const now = simulator.clock.seconds();
    const isEnd = given.event === 'terminate';
    return {
      field: 'calls',
      list: 'calls',
      item: {
        id: `wacid.${randomBytes(20).toString('base64')}`,
        to: number.phoneNumber,
        ...(customer.waId === undefined ? { from_user_id: customer.userId } : { from: customer.waId }),
        event: 'connect',
        timestamp: now,
        direction: 'USER_INITIATED',
        ...(isEnd
          ? { status: 'COMPLETED', start_time: String(Number(now) - 42), end_time: now, duration: 42 }
          : { session: { sdp: 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n', sdp_type: 'offer' } }),
        ...given,
      },
      isComplete: true,
      shown: { type: 'call', call: { event: isEnd ? 'terminate' : 'connect' } },
    };
  },
};

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
