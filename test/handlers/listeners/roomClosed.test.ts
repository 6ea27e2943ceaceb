import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { roomClosed } from '../../../src/handlers/entry/listeners/roomClosed';
import { sendAutomaticText } from '../../../src/handlers/outbound/sendAutomaticText';
import { saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { noteOpenRoom, readOpenRooms } from '../../../src/handlers/omnichannel/conversations/openRooms';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { connectedNumber, conversation } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { person, whatsappRoom } from '../../support/workspace';

jest.mock('../../../src/handlers/outbound/sendAutomaticText', () => ({
  sendAutomaticText: jest.fn(async () => undefined),
}));

const closed = (facts: object = {}) => whatsappRoom({ closer: 'user', isOpen: false, ...facts }) as ILivechatRoom;

async function workspace(finishedMessage: string | undefined = 'Good bye') {
  const { host } = fakeHost();
  await saveNumber(host, connectedNumber({ finishedMessage }));
  await saveConversation(host, conversation());
  return host;
}

describe('a conversation that was closed', () => {
  beforeEach(() => jest.mocked(sendAutomaticText).mockClear());

  test('ends with the number’s closing text when an agent closed it', async () => {
    await roomClosed(await workspace(), closed());
    expect(sendAutomaticText).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({
        text: 'Good bye',
        conversation: expect.objectContaining({ customer: '5511955550111' }),
      }),
    );
  });

  test.each([
    ['the customer closed', closed({ closer: 'visitor' })],
    ['nobody knows who closed', closed({ closer: undefined })],
    ['the app closed', closed({ closedBy: person({ type: 'app' as never }) })],
    ['a bot closed', closed({ closedBy: person({ type: 'bot' as never }) })],
    ['a bot closed whose account is a plain user', closed({ closedBy: person({ roles: ['user', 'bot'] }) })],
    ['Rocket.Chat itself closed', closed({ closedBy: person({ id: 'rocket.cat', roles: ['user'] }) })],
    [
      'somebody closed by blocking the contact',
      closed({
        visitor: { id: 'visitor-id' },
        contact: { channels: [{ blocked: true, visitor: { visitorId: 'visitor-id' } }] },
      }),
    ],
    ['another app made', closed({ source: { type: 'app', id: 'other' } })],
    [
      'a number opened that is not connected any more',
      closed({ customFields: { whatsapp: { number: '1', customer: '2' } } }),
    ],
  ])('ends without one that %s', async (_what, room) => {
    await roomClosed(await workspace(), room);
    expect(sendAutomaticText).not.toHaveBeenCalled();
  });

  test('is noted as open until its closing text is on its way', async () => {
    const host = await workspace();
    await noteOpenRoom(host, 'room-id');
    jest.mocked(sendAutomaticText).mockImplementationOnce(async () => {
      expect(await readOpenRooms(host)).toEqual(['room-id']);
    });
    await roomClosed(host, closed({ closedBy: person({ type: 'user' as never }) }));
    expect(sendAutomaticText).toHaveBeenCalledTimes(1);
    expect(await readOpenRooms(host)).toEqual([]);
  });

  test('ends without one where the number has none', async () => {
    await roomClosed(await workspace(''), closed());
    expect(sendAutomaticText).not.toHaveBeenCalled();
  });
});
