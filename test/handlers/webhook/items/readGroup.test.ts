import { readWebhook } from '../../../../src/handlers/webhook/readWebhook';
import { eventsOf } from '../support/eventsOf';

describe('a change of a group', () => {
  test('is told without anybody in it', () => {
    const number = { phoneNumberId: '108100000000001', displayNumber: '4930901820' };
    expect(eventsOf('group-change')).toEqual([{ kind: 'group', what: 'change', number, timestamp: 1_760_000_000_000 }]);
  });

  test('is told even when nothing of it can be read', () => {
    expect(readWebhook({ groups: [null] }).events).toMatchObject([{ kind: 'group', what: 'change', timestamp: null }]);
  });
});
