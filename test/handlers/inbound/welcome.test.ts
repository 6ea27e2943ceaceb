import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Arrival } from '../../../src/handlers/inbound/messages/putIntoRoom';
import { welcome } from '../../../src/handlers/inbound/messages/welcome';
import { aboutText, sendAutomaticText } from '../../../src/handlers/outbound/sendAutomaticText';
import { storeEntry } from '../../../src/handlers/core/records/entries';
import { connectedNumber, conversation, outboxEntry } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/events';
import { whatsappRoom } from '../../support/workspace';

jest.mock('../../../src/handlers/outbound/sendAutomaticText', () => ({
  ...jest.requireActual<object>('../../../src/handlers/outbound/sendAutomaticText'),
  sendAutomaticText: jest.fn(async () => undefined),
}));

const at = Date.UTC(2026, 10, 22, 10);
const room = (createdAt: number) => whatsappRoom({ createdAt: new Date(createdAt) }) as ILivechatRoom;
const arrival = (facts: Partial<Arrival> = {}): Arrival => ({
  number: connectedNumber({ welcomeMessage: 'Welcome' }),
  conversation: conversation(),
  event: messageEvent(),
  at,
  receivedAt: at,
  ...facts,
});

describe('the welcome text', () => {
  beforeEach(() => jest.mocked(sendAutomaticText).mockClear());

  test('goes to whoever opens a conversation, and only where there is one', async () => {
    const { host } = fakeHost();
    await welcome(host, arrival(), { room: room(at), isNew: true });
    expect(sendAutomaticText).toHaveBeenCalledTimes(1);
    await welcome(host, arrival(), { room: room(at), isNew: false });
    await welcome(host, arrival({ number: connectedNumber() }), { room: room(at), isNew: true });
    expect(sendAutomaticText).toHaveBeenCalledTimes(1);
  });

  test('goes out after a crash between the room and the text, unless it was begun', async () => {
    const { host } = fakeHost();
    const resumed = arrival({ resumed: true });
    await welcome(host, resumed, { room: room(at + 1_000), isNew: false });
    expect(sendAutomaticText).toHaveBeenCalledTimes(1);
    await storeEntry(host, outboxEntry({ about: aboutText('welcome', 'room-id') }));
    await welcome(host, resumed, { room: room(at + 1_000), isNew: false });
    expect(sendAutomaticText).toHaveBeenCalledTimes(1);
  });

  test('is not sent again while it waits for what is sent before it', async () => {
    const { host } = fakeHost();
    jest.mocked(sendAutomaticText).mockReturnValueOnce(new Promise<void>(() => undefined));
    await welcome(host, arrival(), { room: room(at), isNew: true });
    await welcome(host, arrival({ resumed: true }), { room: room(at + 1_000), isNew: false });
    expect(sendAutomaticText).toHaveBeenCalledTimes(1);
  });

  test('does not come in the middle of a conversation that is older than the message', async () => {
    await welcome(fakeHost().host, arrival({ resumed: true }), { room: room(at - 3_600_000), isNew: false });
    expect(sendAutomaticText).not.toHaveBeenCalled();
  });
});
