import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { sendAgain } from '../../../src/handlers/entry/interactions/sendAgain';
import { sendAgentMessage } from '../../../src/handlers/outbound/agent/sendAgentMessage';
import { waitFor } from '../../e2e/support/waitFor';
import { fakeHost } from '../../support/fakeHost';
import { MemoryPersistence } from '../../support/MemoryPersistence';
import { notices, person } from '../../support/workspace';
import { press } from '../../support/interactions';

jest.mock('../../../src/handlers/outbound/agent/sendAgentMessage', () => ({
  sendAgentMessage: jest.fn(async () => 'sent'),
}));

const room = {
  id: 'r1',
  source: { id: 'app-id' },
  customFields: { whatsapp: { number: '551155550100', customer: '5511955550111' } },
};
const agent = person({ id: 'agent-id', roles: ['user', 'livechat-agent'] });
const message = (id: string, sender: string) =>
  ({ id, sender: { id: sender }, room: { id: 'r1' }, text: 'Hello' }) as IMessage;

/** A workspace with a card of ours, the message that it is about, and messages of others. */
function workspace(store = new MemoryPersistence()) {
  const messages = new Map(
    [message('card', 'bot-id'), message('failed', 'agent-id')].map((each) => [each.id ?? '', each]),
  );
  const { said, modify, read } = notices();
  const { host } = fakeHost({
    store,
    read: {
      ...read,
      getMessageReader: () => ({ getById: async (id: string) => messages.get(id) }),
    } as unknown as Partial<IRead>,
    modify: {
      ...modify,
      getDeleter: () => ({ deleteMessage: async ({ id }: IMessage) => void messages.delete(id ?? '') }),
    } as never,
  });
  const pressed = () =>
    sendAgain(press(host, { scene: { user: agent, room: room as never } }), {
      cardId: 'card',
      failed: message('failed', 'agent-id'),
      room: room as never,
      whatsapp: { number: '551155550100', customer: '5511955550111' },
    });
  return { host, store, messages, said, pressed };
}

describe('Send again on a failure card', () => {
  beforeEach(() => jest.mocked(sendAgentMessage).mockReset().mockResolvedValue('sent'));

  test('takes the card away and sends its message', async () => {
    const { pressed, messages } = workspace();
    expect(await pressed()).toEqual({ answer: 'success' });
    expect(messages.has('card')).toBe(false);
    const whose = { number: '551155550100', customer: '5511955550111' };
    const facts = [expect.objectContaining({ id: 'failed' }), whose, { tellIn: room }];
    expect(sendAgentMessage).toHaveBeenCalledWith(expect.anything(), ...facts);
  });

  test('sends once when it is pressed twice at the same time', async () => {
    const { pressed, said } = workspace();
    await Promise.all([pressed(), pressed(), pressed()]);
    expect(sendAgentMessage).toHaveBeenCalledTimes(1);
    expect(said.map(({ text }) => text)).toEqual(['delivery:messageGone', 'delivery:messageGone']);
  });

  test('sends once when it is pressed at two instances at the same time, and tells the second one', async () => {
    const first = workspace();
    const second = workspace(first.store);
    const ends: (() => void)[] = [];
    jest.mocked(sendAgentMessage).mockReturnValue(new Promise((resolve) => ends.push(() => resolve('sent'))));
    await Promise.all([first.pressed(), second.pressed()]);
    expect(sendAgentMessage).toHaveBeenCalledTimes(1);
    expect([...first.said, ...second.said].map(({ text }) => text)).toEqual(['delivery:beingSent']);
    ends[0]?.();
    await waitFor(() => first.store.records.length === 0);
  });

  test('leaves a trace while it is sending, for the sweep', async () => {
    const { pressed, store, host } = workspace();
    jest.mocked(sendAgentMessage).mockImplementation(() => new Promise(() => undefined));
    await pressed();
    expect(store.records).toMatchObject([{ kind: 'outbox', messageId: 'failed', roomId: 'r1', about: 'failed' }]);
    expect(host.memory.entriesAtWork.size).toBe(1);
  });

  test('says when WhatsApp has taken all of it by now', async () => {
    const { pressed, said } = workspace();
    jest.mocked(sendAgentMessage).mockResolvedValue('nothing-left');
    await pressed();
    await waitFor(() => said.length > 0);
    expect(said.map(({ text }) => text)).toEqual(['delivery:sentByNow']);
  });
});
