import { readWebhook } from '../../../../src/handlers/webhook/readWebhook';
import { eventsOf } from '../support/eventsOf';

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
