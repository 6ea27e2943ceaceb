import { readWebhook } from '../../../../src/handlers/webhook/readWebhook';
import { eventsOf } from '../support/eventsOf';

describe('what a customer wants', () => {
  test('is read: no marketing messages any more', () => {
    expect(eventsOf('user-preferences')).toMatchObject([
      {
        kind: 'account',
        topic: 'user-preference',
        customer: { waId: '4915112345678', name: 'Ann Lee' },
        category: 'marketing_messages',
        value: 'stop',
        timestamp: 1_760_000_000_000,
      },
    ]);
  });

  test('is rejected of nobody', () => {
    expect(readWebhook({ user_preferences: [{ value: 'stop' }, 3] }).rejected).toMatchObject([
      { reason: 'missing-sender' },
      { reason: 'not-an-object' },
    ]);
  });
});
