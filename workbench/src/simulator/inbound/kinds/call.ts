import { randomBytes } from 'node:crypto';
import { objectOf } from '../../json/objectOf';
import type { InboundKind } from '../InboundKind';

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
