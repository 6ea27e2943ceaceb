import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { sendAgentMessage } from '../../../../src/handlers/outbound/agent/sendAgentMessage';
import { deliver } from '../../../../src/handlers/outbound/delivery/deliver';
import { reportFailure } from '../../../../src/handlers/outbound/failures/reportFailure';
import { saveConversation } from '../../../../src/handlers/omnichannel/conversations/conversations';
import { storeEntry } from '../../../../src/handlers/core/records/entries';
import { saveNumber } from '../../../../src/handlers/numbers/numbers';
import { connectedNumber, conversation, outboxEntry } from '../../../support/records';
import { fakeHost } from '../../../support/fakeHost';
import { person, whatsappRoom } from '../../../support/workspace';

jest.mock('../../../../src/handlers/outbound/delivery/deliver', () => ({ deliver: jest.fn() }));
jest.mock('../../../../src/handlers/outbound/failures/reportFailure', () => ({ reportFailure: jest.fn() }));

const ours = { number: '551155550100', customer: '5511955550111' };
const message = (text: string, room: object = {}) =>
  ({ id: `id of ${text}`, text, sender: person(), room: whatsappRoom(room) }) as IMessage;

async function workspace() {
  const { host } = fakeHost();
  await saveNumber(host, connectedNumber());
  await saveConversation(host, conversation());
  return host;
}

const connection = { http: {} as never, baseUrl: '', apiKey: '' };
const bodies = () =>
  Promise.all(
    jest.mocked(deliver).mock.calls.map(async ([, { piece }]) => {
      const { text } = await piece.content(connection);
      return Reflect.get(text as object, 'body') as string;
    }),
  );
const reasons = () =>
  jest.mocked(reportFailure).mock.calls.map(([, , error]) => Reflect.get(error as object, 'key') as unknown);

describe('what an agent wrote', () => {
  beforeEach(() => {
    jest.mocked(deliver).mockReset().mockResolvedValue('sent');
    jest.mocked(reportFailure).mockReset().mockResolvedValue(undefined);
  });

  test('goes from the number that the customer wrote to, to the customer', async () => {
    const host = await workspace();
    await sendAgentMessage(host, message('Hello'), ours);
    expect(deliver).toHaveBeenCalledWith(
      host,
      expect.objectContaining({
        number: connectedNumber(),
        conversation: conversation(),
        roomId: 'room-id',
        messageId: 'id of Hello',
      }),
    );
  });

  test('keeps its order, however long each takes, and also when one fails', async () => {
    const host = await workspace();
    jest.mocked(deliver).mockImplementation(async (_host, { messageId }) => {
      await new Promise((resolve) => setTimeout(resolve, messageId === 'id of one' ? 20 : 1));
      return messageId === 'id of two' ? 'failed' : 'sent';
    });
    await Promise.all(['one', 'two', 'three'].map((text) => sendAgentMessage(host, message(text), ours)));
    expect(await bodies()).toEqual(['one', 'two', 'three']);
  });

  test('is told in the room when its number is not connected any more', async () => {
    await sendAgentMessage(await workspace(), message('Hello'), { ...ours, number: '1' });
    expect(deliver).not.toHaveBeenCalled();
    expect(reasons()).toEqual(['errors:numberNotConnected']);
  });

  test('is told in the room when the customer wrote too long ago', async () => {
    const visitorChannelInfo = { lastMessageTs: new Date(Date.now() - 25 * 60 * 60 * 1000) };
    await sendAgentMessage(await workspace(), message('Hello', { visitorChannelInfo }), ours);
    expect(deliver).not.toHaveBeenCalled();
    expect(reasons()).toEqual(['errors:windowClosed']);
  });

  test('is told in the room when nobody knows the customer', async () => {
    await sendAgentMessage(await workspace(), message('Hello'), { ...ours, customer: 'unknown' });
    expect(reportFailure).toHaveBeenCalledTimes(1);
  });

  test('is sent no further when a piece of it failed', async () => {
    const host = await workspace();
    jest.mocked(deliver).mockResolvedValueOnce('sent').mockResolvedValueOnce('failed');
    await sendAgentMessage(host, message('word '.repeat(2_000)), ours);
    expect(deliver).toHaveBeenCalledTimes(2);
  });

  test('is told in the room when it could not be written down', async () => {
    jest.mocked(deliver).mockRejectedValue(new Error('no database'));
    await sendAgentMessage(await workspace(), message('Hello'), ours);
    expect(reportFailure).toHaveBeenCalledTimes(1);
  });

  test('is sent again without what WhatsApp took of it', async () => {
    const host = await workspace();
    const text = `${'a'.repeat(3_000)} ${'b'.repeat(3_000)} ${'b'.repeat(3_000)}`;
    await sendAgentMessage(host, message(text), ours);
    const pieces = jest.mocked(deliver).mock.calls.map(([, { about, piece }]) => ({ about, piece: piece.id }));
    const [a, b] = pieces;
    await storeEntry(host, outboxEntry({ ...a, told: true }));
    await storeEntry(host, outboxEntry(b));
    jest.mocked(deliver).mockClear();
    expect(await sendAgentMessage(host, message(text), ours, {})).toBe('sent');
    expect((await bodies()).map((body) => body[0])).toEqual(['a', 'b']);
    for (const piece of pieces) await storeEntry(host, outboxEntry(piece));
    jest.mocked(deliver).mockClear();
    expect(await sendAgentMessage(host, message(text), ours, {})).toBe('nothing-left');
    expect(deliver).not.toHaveBeenCalled();
  });
});
