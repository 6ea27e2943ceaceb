import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { reportFailure } from '../../../src/handlers/outbound/reportFailure';
import { reportMissedMessage } from '../../../src/handlers/outbound/reportMissedMessage';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/whatsappRoom';

jest.mock('../../../src/handlers/outbound/reportFailure', () => ({ reportFailure: jest.fn(async () => undefined) }));

test('a message that nobody heard is told on a card that can send it', async () => {
  const { host } = fakeHost();
  await reportMissedMessage(host, { id: 'm', text: 'Hello', room: whatsappRoom() } as IMessage);
  expect(reportFailure).toHaveBeenCalledWith(
    host,
    { number: '551155550100', customer: '5511955550111', roomId: 'room-id', messageId: 'm' },
    expect.objectContaining({ key: 'errors:notHeard' }),
  );
});
