import { deliver } from '../../../src/handlers/outbound/deliver';
import { reportFailure } from '../../../src/handlers/outbound/reportFailure';
import { sendAutomaticText } from '../../../src/handlers/outbound/sendAutomaticText';
import { connectedNumber } from '../../support/connectedNumber';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { postings } from '../../support/postings';
import { whatsappRoom } from '../../support/whatsappRoom';

jest.mock('../../../src/handlers/outbound/deliver', () => ({ deliver: jest.fn(async () => undefined) }));
jest.mock('../../../src/handlers/outbound/reportFailure', () => ({ reportFailure: jest.fn(async () => undefined) }));

const automatic = { number: connectedNumber(), conversation: conversation(), text: 'Welcome', shown: true };

describe('a text of the number', () => {
  beforeEach(() => {
    jest.mocked(deliver).mockReset().mockResolvedValue(undefined);
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
      expect.objectContaining({ roomId: 'room-id', content: { type: 'text', text: { body: 'Welcome' } } }),
    );
    expect(posted).toMatchObject([{ room: 'room-id', text: 'Welcome' }]);
  });

  test('comes before what is sent to this customer later', async () => {
    const { host } = fakeHost();
    const order: string[] = [];
    jest.mocked(deliver).mockImplementation(async () => {
      await new Promise(setImmediate);
      order.push('automatic');
    });
    const sent = sendAutomaticText(host, automatic);
    const answered = host.memory.turns.take(
      `out ${automatic.number.digits} ${automatic.conversation.customer}`,
      async () => {
        order.push('answer');
      },
    );
    await Promise.all([sent, answered]);
    expect(order).toEqual(['automatic', 'answer']);
  });

  test('that fails is told in the room', async () => {
    const { host } = fakeHost();
    jest.mocked(deliver).mockRejectedValue(new Error('no'));
    await sendAutomaticText(host, { ...automatic, room: whatsappRoom() });
    expect(reportFailure).toHaveBeenCalledWith(host, { roomId: 'room-id', text: 'Welcome' }, new Error('no'));
  });
});
