import { deliver } from '../../../src/handlers/outbound/delivery/deliver';
import { reportFailure } from '../../../src/handlers/outbound/failures/reportFailure';
import { aboutText, isTextSent, sendAutomaticText } from '../../../src/handlers/outbound/sendAutomaticText';
import { storeEntry } from '../../../src/handlers/core/records/entries';
import { connectedNumber, conversation, outboxEntry } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { postings, whatsappRoom } from '../../support/workspace';

jest.mock('../../../src/handlers/outbound/delivery/deliver', () => ({ deliver: jest.fn(async () => 'sent') }));
jest.mock('../../../src/handlers/outbound/failures/reportFailure', () => ({
  reportFailure: jest.fn(async () => undefined),
}));

const automatic = {
  kind: 'welcome',
  number: connectedNumber(),
  conversation: conversation(),
  text: 'Welcome',
  shown: true,
} as const;

describe('a text of the number', () => {
  beforeEach(() => {
    jest.mocked(deliver).mockReset().mockResolvedValue('sent');
    jest.mocked(reportFailure).mockClear();
  });

  test('is sent, and shown in the room where that is wanted', async () => {
    const { posted, modify, read } = postings([whatsappRoom()]);
    const { host } = fakeHost({ modify, read });
    await sendAutomaticText(host, { ...automatic, room: whatsappRoom() });
    await sendAutomaticText(host, { ...automatic, room: whatsappRoom(), shown: false });
    await sendAutomaticText(host, automatic);
    expect(deliver).toHaveBeenCalledTimes(3);
    expect(deliver).toHaveBeenCalledWith(
      host,
      expect.objectContaining({ roomId: 'room-id', about: 'welcome room-id', text: 'Welcome' }),
    );
    expect(posted).toMatchObject([{ room: 'room-id', text: 'Welcome' }]);
  });

  test('comes before what is sent to this customer later', async () => {
    const { host } = fakeHost();
    const order: string[] = [];
    jest.mocked(deliver).mockImplementation(async () => {
      await new Promise(setImmediate);
      order.push('automatic');
      return 'sent';
    });
    const sent = sendAutomaticText(host, automatic);
    const answered = host.memory.sendQueue.take(automatic.conversation, Date.now(), async () => {
      order.push('answer');
    });
    await Promise.all([sent, answered]);
    expect(order).toEqual(['automatic', 'answer']);
  });

  test('that fails is told in the room', async () => {
    const { host } = fakeHost();
    jest.mocked(deliver).mockRejectedValue(new Error('no'));
    await sendAutomaticText(host, { ...automatic, room: whatsappRoom() });
    const where = { number: '551155550100', customer: '5511955550111', roomId: 'room-id', text: 'Welcome' };
    expect(reportFailure).toHaveBeenCalledWith(host, expect.objectContaining(where), new Error('no'));
  });

  test('that WhatsApp did not take is not shown as said', async () => {
    const { posted, modify, read } = postings([whatsappRoom()]);
    jest.mocked(deliver).mockResolvedValue('failed');
    await sendAutomaticText(fakeHost({ modify, read }).host, { ...automatic, room: whatsappRoom() });
    expect(posted).toEqual([]);
  });

  test('asks whether it may be sent, as everything does', async () => {
    const { host } = fakeHost();
    const visitorChannelInfo = { lastMessageTs: new Date(Date.now() - 25 * 60 * 60 * 1000) };
    await sendAutomaticText(host, { ...automatic, kind: 'finished', room: whatsappRoom({ visitorChannelInfo }) });
    expect(deliver).not.toHaveBeenCalled();
    expect(reportFailure).toHaveBeenCalledWith(
      host,
      expect.anything(),
      expect.objectContaining({ key: 'errors:windowClosed' }),
    );
  });
});

test('one of the app’s own texts was sent when there is a record of it, of this room and this kind', async () => {
  const { host } = fakeHost();
  await storeEntry(host, outboxEntry({ about: aboutText('welcome', 'r1'), messageId: undefined }));
  expect(await isTextSent(host, 'welcome', 'r1')).toBe(true);
  expect(await isTextSent(host, 'welcome', 'r2')).toBe(false);
  expect(await isTextSent(host, 'finished', 'r1')).toBe(false);
});
