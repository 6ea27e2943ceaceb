import { eventBase } from '../../../../src/handlers/webhook/items/eventBase';

const number = { phoneNumberId: '1' };

describe('what every event has', () => {
  test('is the number and the time', () => {
    const scope = { number, field: 'messages', contacts: [], errors: [], count: 1 };
    expect(eventBase('1760000000', scope)).toEqual({ number, timestamp: 1_760_000_000_000 });
    expect(eventBase(undefined, scope)).toEqual({ number, timestamp: null, flaws: ['timestamp-missing'] });
    expect(eventBase('1', { ...scope, standby: true })).toMatchObject({ standby: true });
  });
});
