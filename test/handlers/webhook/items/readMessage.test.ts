import { readWebhook } from '../../../../src/handlers/webhook/readWebhook';
import { eventsOf } from '../support/eventsOf';
import { readFixture } from '../support/readFixture';

describe('one message of a webhook', () => {
  test.each([
    ['an edit', 'edit', { kind: 'edit', target: 'wamid.IN0', content: { type: 'text', body: 'I meant *Tuesday*' } }],
    [
      'an edited caption',
      'edit-caption',
      { kind: 'edit', target: 'wamid.IN0', content: { type: 'image', caption: 'New caption' } },
    ],
    ['a deletion for everyone', 'revoke', { kind: 'revoke', target: 'wamid.IN0' }],
    ['a reaction', 'reaction', { kind: 'reaction', target: 'wamid.OUT1', emoji: '👍🏽' }],
    ['a reaction that is taken away', 'reaction-removed', { kind: 'reaction', target: 'wamid.OUT1', emoji: null }],
    ['a time in milliseconds', 'text-milliseconds', { timestamp: 1_760_000_000_123 }],
    ['a time that is none, flagged', 'text-invalid-time', { timestamp: null, flaws: ['timestamp-invalid'] }],
    ['no time, flagged', 'text-without-time', { timestamp: null, flaws: ['timestamp-missing'] }],
    ['an id that is a number', 'text-numbers', { wamid: '12345', content: { body: '42' }, customer: { name: '7' } }],
  ])('may be or have %s', (_what, name, event) => {
    expect(eventsOf(name)).toMatchObject([
      { wamid: expect.any(String), customer: { waId: '4915112345678' }, ...event },
    ]);
  });

  test('brings the files of a form as messages of their own, after the form', () => {
    const photo = { id: '12', sha256: 'abc', mime_type: 'image/jpeg', file_name: 'a.jpg' };
    const reply = { response_json: JSON.stringify({ name: 'Ann', photos: [photo, { ...photo, id: '13' }] }) };
    const message = {
      id: 'wamid.IN1',
      from: '4915112345678',
      timestamp: '1760000000',
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: reply },
      context: { id: 'wamid.OUT1' },
    };
    const { events } = readWebhook({ messages: [message] });
    expect(events).toMatchObject([
      { kind: 'message', wamid: 'wamid.IN1', content: { type: 'flow' }, context: { wamid: 'wamid.OUT1' } },
      { kind: 'message', wamid: 'wamid.IN1#1', content: { type: 'image', id: '12', filename: 'a.jpg' } },
      { kind: 'message', wamid: 'wamid.IN1#2', content: { type: 'image', id: '13' }, timestamp: 1_760_000_000_000 },
    ]);
    expect(events[1]).not.toHaveProperty('context');
  });

  test.each([
    [
      'an edit that does not tell of what',
      { edit: { message: { type: 'text', text: { body: 'new' } } } },
      'text',
      'new',
    ],
    ['an edit that tells nothing', { edit: {} }, 'unsupported', undefined],
    ['a reaction to nothing', { reaction: { emoji: '👍' } }, 'unsupported', undefined],
    ['a deletion of nothing', { revoke: {} }, 'unsupported', undefined],
  ])('%s says what is in it', (_what, part, type, body) => {
    const message = { id: 'wamid.IN1', from: '4915112345678', type: Object.keys(part)[0], ...part };
    expect(readWebhook({ messages: [message] }).events).toMatchObject([
      { kind: 'message', wamid: 'wamid.IN1', content: { type, ...(body === undefined ? {} : { body }) } },
    ]);
  });

  test('of a group is refused, and nothing of it is kept', () => {
    const number = { phoneNumberId: '108100000000001', displayNumber: '4930901820' };
    expect(eventsOf('group-message')).toEqual([
      { kind: 'group', what: 'message', number, timestamp: 1_760_000_000_000 },
    ]);
  });

  test('without anybody who sent it is rejected', () => {
    const { events, rejected } = readWebhook(readFixture('text-without-sender'));
    expect(events).toEqual([]);
    expect(rejected).toMatchObject([{ reason: 'missing-sender', type: 'text', at: 'entry.0.changes.0.messages.0' }]);
  });

  test('without its id is read all the same, and is the same one when it comes again', () => {
    const [once, again] = [eventsOf('text-without-id'), eventsOf('text-without-id')];
    expect(once).toMatchObject([{ kind: 'message', content: { body: 'Hi' } }]);
    expect(once).toEqual(again);
  });
});
