import { sayOrKeep } from '../../../src/handlers/inbound/notices/sayOrKeep';
import { takePreference } from '../../../src/handlers/inbound/messages/takePreference';
import type { UserPreferenceEvent } from '../../../src/handlers/whatsapp/webhook/AccountEvent';
import { conversationTask, ofCustomer } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/notices/sayOrKeep', () => ({ sayOrKeep: jest.fn(async () => undefined) }));

const stopped: UserPreferenceEvent = {
  ...ofCustomer,
  kind: 'account',
  topic: 'user-preference',
  category: 'marketing_messages',
  value: 'stop',
};

/** The customer chooses these, one after the other. */
async function choose(...events: UserPreferenceEvent[]) {
  const { host } = fakeHost();
  for (const event of events) await takePreference({ ...(await conversationTask<'account'>(host, event)), event });
  return jest.mocked(sayOrKeep).mock.calls.map(([, , { text }]) => text);
}

describe('what a customer chose about marketing messages', () => {
  beforeEach(() => jest.mocked(sayOrKeep).mockClear());

  test('is told in their conversation, once for each choice', async () => {
    const wanted = { ...stopped, value: 'resume', timestamp: 1_700_000_100_000 };
    expect(await choose(stopped, stopped, wanted)).toEqual([
      '🔕 The customer does not want marketing messages any more. Nothing is sent to them until they write.',
      '🔔 The customer agreed to receive marketing messages.',
    ]);
  });

  test.each<[string, Partial<UserPreferenceEvent>]>([
    ['a choice that is new', { value: 'later' }],
    ['another kind of messages', { category: 'service_messages' }],
    ['somebody who never wrote', { customer: { waId: '4930555502' } }],
  ])('is not told of %s', async (_what, more) => {
    expect(await choose({ ...stopped, ...more })).toEqual([]);
  });
});
