import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { deliver } from '../../../src/handlers/outbound/deliver';
import { reportFailure } from '../../../src/handlers/outbound/reportFailure';
import { sendAgentMessage } from '../../../src/handlers/outbound/sendAgentMessage';
import { saveConversation } from '../../../src/handlers/records/conversations';
import { saveNumber } from '../../../src/handlers/records/numbers';
import { connectedNumber } from '../../support/connectedNumber';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { person } from '../../support/person';
import { whatsappRoom } from '../../support/whatsappRoom';

jest.mock('../../../src/handlers/outbound/deliver', () => ({ deliver: jest.fn() }));
jest.mock('../../../src/handlers/outbound/reportFailure', () => ({ reportFailure: jest.fn() }));

const ours = { number: '551155550100', customer: '5511955550111' };
const message = (text: string, room: object = {}) =>
  ({ id: `id of ${text}`, text, sender: person(), room: whatsappRoom(room) }) as IMessage;

async function workspace() {
  const { host } = fakeHost();
  await saveNumber(host, connectedNumber());
  await saveConversation(host, conversation());
  return host;
}

const bodies = () =>
  jest.mocked(deliver).mock.calls.map(([, { content }]) => Reflect.get(content.text as object, 'body') as unknown);
const reasons = () =>
  jest.mocked(reportFailure).mock.calls.map(([, , error]) => Reflect.get(error as object, 'key') as unknown);

describe('what an agent wrote', () => {
  beforeEach(() => {
    jest.mocked(deliver).mockReset().mockResolvedValue(undefined);
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
      if (messageId === 'id of two') throw new Error('no');
    });
    await Promise.all(['one', 'two', 'three'].map((text) => sendAgentMessage(host, message(text), ours)));
    expect(bodies()).toEqual(['one', 'two', 'three']);
    expect(reportFailure).toHaveBeenCalledTimes(1);
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
    jest.mocked(deliver).mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('no'));
    await sendAgentMessage(host, message('word '.repeat(2_000)), ours);
    expect(deliver).toHaveBeenCalledTimes(2);
    expect(reportFailure).toHaveBeenCalledTimes(1);
  });
});
