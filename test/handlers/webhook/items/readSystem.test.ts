import { eventsOf } from '../support/eventsOf';

describe('a customer who changed', () => {
  test.each([
    [
      'their number, with the user ids',
      'system-number-changed',
      {
        kind: 'number-changed',
        customer: { waId: '4915112345678', userId: 'DE.1' },
        waId: '4915187654321',
        userId: 'DE.2',
        previousUserId: 'DE.1',
      },
    ],
    [
      'their number, as old bodies say it',
      'system-number-changed-old',
      { kind: 'number-changed', customer: { waId: '4915112345678' }, waId: '4915187654321' },
    ],
    ['their keys', 'system-identity-changed', { kind: 'identity-changed', customer: { waId: '4915112345678' } }],
    [
      'their user id, without a phone',
      'system-user-id-changed',
      { kind: 'user-id-changed', wamid: 'wamid.S1', customer: { userId: 'DE.1' }, userId: 'MX.2' },
    ],
    ['something that is new to us', 'system-other', { kind: 'message', content: { type: 'system' } }],
  ])('%s', (_what, name, event) => {
    expect(eventsOf(name)).toMatchObject([event]);
  });
});
