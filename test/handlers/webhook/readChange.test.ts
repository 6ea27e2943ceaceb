import { readChange } from '../../../src/handlers/webhook/readChange';
import { eventsOf } from './support/eventsOf';

describe('reading one change', () => {
  test('takes its errors for trouble of the account, when it has nothing else', () => {
    expect(eventsOf('account-error')).toMatchObject([
      { kind: 'account-error', errors: [{ code: 130429, title: 'Rate limit hit', details: 'Slow down' }] },
    ]);
  });

  test('takes its errors for those of a message that has none of its own', () => {
    expect(eventsOf('interactive-empty')).toMatchObject([
      { kind: 'message', content: { type: 'unsupported', what: 'interactive', errors: [{ code: 131051 }] } },
    ]);
  });

  test('tells its errors besides its messages and statuses, unless one of them tells them', () => {
    const errors = [{ code: 130429, title: 'Rate limit hit' }];
    const text = { from: '49151', id: 'a', text: { body: 'hi' } };
    const read = (value: Record<string, unknown>) => readChange({ field: 'messages', value, at: '' }).events;
    expect(read({ messages: [text], errors })).toMatchObject([{ kind: 'message' }, { kind: 'account-error', errors }]);
    expect(read({ statuses: [{ id: 'o', status: 'read' }], errors })).toMatchObject([
      { kind: 'status' },
      { kind: 'account-error' },
    ]);
    expect(read({ messages: [{ from: '49151', id: 'a', type: 'interactive' }], errors })).toMatchObject([
      { kind: 'message', content: { errors } },
    ]);
    expect(read({ calls: [{ id: 'c', from: '49151', event: 'terminate' }], errors })).toMatchObject([{ kind: 'call' }]);
  });

  test('marks what is only listened to', () => {
    expect(eventsOf('standby')).toMatchObject([{ kind: 'message', standby: true }]);
    expect(eventsOf('text')[0]).not.toHaveProperty('standby');
  });

  test('keeps going after an item that nobody foresaw', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap');
        },
        has: () => {
          throw new Error('trap');
        },
      },
    );
    const value = { messages: [trap, { from: '49151', id: 'a', text: { body: 'hi' } }] };
    const { events, rejected } = readChange({ field: 'messages', value, at: '' });
    expect(events).toMatchObject([{ kind: 'message', wamid: 'a' }]);
    expect(rejected).toMatchObject([{ at: 'messages.0', reason: 'unreadable' }]);
  });

  test('tells of a group without anything of it', () => {
    expect(readChange({ field: 'group_settings_update', value: {}, at: '' }).events).toEqual([
      { kind: 'group', what: 'change', number: {}, timestamp: null },
    ]);
  });
});
