import { readWebhook } from '../../../../src/handlers/webhook/readWebhook';
import { eventsOf } from '../support/eventsOf';

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
