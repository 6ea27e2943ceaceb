import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import { eventsOf } from './support/readFixture';

describe('a change of a group', () => {
  test('is told without anybody in it', () => {
    const number = { phoneNumberId: '108100000000001', displayNumber: '4930901820' };
    expect(eventsOf('group-change')).toEqual([{ kind: 'group', what: 'change', number, timestamp: 1_760_000_000_000 }]);
  });

  test('is told even when nothing of it can be read', () => {
    expect(readWebhook({ groups: [null] }).events).toMatchObject([{ kind: 'group', what: 'change', timestamp: null }]);
  });
});

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

describe('a new user id', () => {
  test('is read with who it was', () => {
    expect(eventsOf('user-id-update')).toMatchObject([
      { kind: 'user-id-changed', customer: { waId: '4915112345678', userId: 'DE.1' }, userId: 'DE.2' },
    ]);
  });

  test.each([[{}], [{ user_id: { previous: 'DE.1' } }], [{ user_id: { current: 'DE.2' } }], [3]])(
    'is rejected in %j',
    (item) => {
      expect(readWebhook({ field: 'user_id_update', value: { user_id_update: [item] } }).events).toEqual([]);
    },
  );
});
