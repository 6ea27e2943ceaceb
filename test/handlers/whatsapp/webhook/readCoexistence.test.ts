import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import { eventsOf } from './support/readFixture';

describe('what was sent from the phone', () => {
  test.each([
    ['a text', 'echo-text', { type: 'message', content: { type: 'text', body: 'Sent from the phone' } }],
    ['a deletion', 'echo-revoke', { type: 'revoke', target: 'wamid.E1' }],
  ])('may be %s', (_what, name, act) => {
    expect(eventsOf(name)).toMatchObject([{ kind: 'echo', customer: { waId: '4915112345678' }, act }]);
  });

  test.each([
    ['to nobody', { id: 'a', type: 'text', text: { body: 'x' } }, 'missing-sender'],
    ['without an id', { to: '49151', type: 'text', text: { body: 'x' } }, 'missing-id'],
    ['that is none', 7, 'not-an-object'],
  ])('is rejected %s', (_what, echo, reason) => {
    expect(readWebhook({ message_echoes: [echo] })).toMatchObject({ events: [], rejected: [{ reason }] });
  });

  test('is not kept of a group', () => {
    expect(readWebhook({ message_echoes: [{ id: 'a', group_id: 'g', text: { body: 'x' } }] }).events).toMatchObject([
      { kind: 'group' },
    ]);
  });
});

describe('the chats of before', () => {
  test('are read in both directions, with the customer in each', () => {
    const customer = { waId: '4915112345678', name: 'Ann Lee' };
    expect(eventsOf('history')).toMatchObject([
      { kind: 'history', direction: 'in', wamid: 'wamid.H1', customer, content: { body: 'Do you deliver?' } },
      { kind: 'history', direction: 'out', wamid: 'wamid.H2', customer, content: { body: 'We do.' } },
    ]);
  });

  test('are never taken for new messages, also without their threads', () => {
    expect(eventsOf('history-wrapped')).toMatchObject([{ kind: 'history', direction: 'in', wamid: 'wamid.H1' }]);
  });

  test('may be refused, which is trouble of the account', () => {
    expect(eventsOf('history-refused')).toMatchObject([{ kind: 'account-error', errors: [{ code: 2593109 }] }]);
  });

  test('may be broken in parts', () => {
    const threads = [
      { id: '49151', messages: [{ id: 'a', text: { body: 'x' } }, null, { text: {} }] },
      { messages: [{ id: 'b' }] },
      'x',
    ];
    expect(readWebhook({ history: [{ threads }, 7] })).toMatchObject({
      events: [{ wamid: 'a', customer: { waId: '49151' } }],
      rejected: [
        { reason: 'not-an-object' },
        { reason: 'missing-id' },
        { reason: 'missing-sender' },
        { reason: 'not-an-object' },
      ],
    });
  });
});
