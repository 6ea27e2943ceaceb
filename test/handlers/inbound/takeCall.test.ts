import { sayInOpenRoom } from '../../../src/handlers/inbound/notices/sayInOpenRoom';
import { sayOrKeep } from '../../../src/handlers/inbound/notices/sayOrKeep';
import { takeCall } from '../../../src/handlers/inbound/notices/takeCall';
import { takeMessage } from '../../../src/handlers/inbound/messages/takeMessage';
import { findByWamid } from '../../../src/handlers/core/records/entries';
import type { CallEvent } from '../../../src/handlers/whatsapp/webhook/WebhookEvent';
import { conversationTask, ofCustomer } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/notices/sayInOpenRoom', () => ({ sayInOpenRoom: jest.fn() }));
jest.mock('../../../src/handlers/inbound/notices/sayOrKeep', () => ({ sayOrKeep: jest.fn() }));
jest.mock('../../../src/handlers/inbound/messages/takeMessage', () => ({ takeMessage: jest.fn() }));

const call = { ...ofCustomer, kind: 'call', wamid: 'wacid.1 terminate', event: 'terminate', direction: 'in' } as const;

/** Takes a call, and tells how: said or kept lines, lines for an open room alone, messages. */
async function taken(facts: Partial<CallEvent>) {
  const { host } = fakeHost();
  const task = await conversationTask<'call'>(host, { ...call, ...facts });
  await takeCall(task);
  const texts = (mock: typeof sayOrKeep | typeof sayInOpenRoom) =>
    jest.mocked(mock).mock.calls.map(([, , { text }]) => text);
  return {
    host,
    kept: texts(sayOrKeep),
    live: texts(sayInOpenRoom),
    messages: jest.mocked(takeMessage).mock.calls.map(([{ event }]) => event),
    known: (await findByWamid(host, task.event.wamid)).map(({ kind }) => kind),
  };
}

describe('a call', () => {
  beforeEach(() => jest.resetAllMocks());

  test('that nobody took counts as the customer’s message, and opens a conversation like one', async () => {
    const { messages, kept } = await taken({});
    expect(messages).toMatchObject([
      { kind: 'message', wamid: 'wacid.1 terminate', content: { body: expect.stringContaining('Missed call') } },
    ]);
    expect(kept).toEqual([]);
  });

  test('that nobody took may be of somebody who is new', async () => {
    const { messages } = await taken({ customer: { waId: '4930555502' } });
    expect(messages).toHaveLength(1);
  });

  test.each([
    ['that was taken', { duration: 150 }, 'Call ended'],
    ['of ours that they did not take', { direction: 'out' }, 'did not take'],
  ] as const)('%s is told now or in the next conversation', async (_what, facts, words) => {
    const { kept, messages, known } = await taken(facts);
    expect(kept).toEqual([expect.stringContaining(words)]);
    expect(messages).toEqual([]);
    expect(known).toEqual(['link']);
  });

  test('that rings is told only where somebody may still take it', async () => {
    const { live, kept, known } = await taken({ event: 'connect' });
    expect([live.length, kept.length]).toEqual([1, 0]);
    expect(known).toEqual(['link']);
  });

  test.each([{ event: 'RINGING', direction: undefined }, { customer: {} }])(
    '%j tells nobody anything, and is done with',
    async (facts) => {
      const { live, kept, messages, known } = await taken(facts);
      expect([live, kept, messages]).toEqual([[], [], []]);
      expect(known).toEqual(['link']);
    },
  );
});
