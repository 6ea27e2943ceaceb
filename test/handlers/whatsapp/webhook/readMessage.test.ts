import * as v from 'valibot';
import {
  idFromContent,
  messageSchema,
  readAct,
  readMessageContext,
} from '../../../../src/handlers/whatsapp/webhook/readMessage';
import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import { eventsOf, readFixture } from './support/readFixture';

describe('readMessage', () => {
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

  describe('what a message does', () => {
    test.each([
      [
        'say something',
        { type: 'text', text: { body: 'x' } },
        { type: 'message', content: { type: 'text', body: 'x' } },
      ],
      [
        'say something that cannot be shown',
        { type: 'edit_later' },
        { type: 'message', content: { type: 'unsupported' } },
      ],
      [
        'react',
        { type: 'reaction', reaction: { message_id: 'a', emoji: '👍' } },
        { type: 'reaction', target: 'a', emoji: '👍' },
      ],
      ['take a reaction away', { type: 'reaction', reaction: { message_id: 'a' } }, { type: 'reaction', emoji: null }],
      [
        'edit',
        { type: 'edit', edit: { original_message_id: 'a', message: { text: { body: 'y' } } } },
        { type: 'edit', target: 'a', content: { body: 'y' } },
      ],
      [
        'edit into nothing readable',
        { type: 'edit', edit: { original_message_id: 'a' } },
        { type: 'edit', content: { type: 'unsupported', what: 'edit', isEmpty: true } },
      ],
      [
        'edit of a caption that comes without the file',
        { type: 'edit', edit: { original_message_id: 'a', message: { type: 'image', image: { caption: 'y' } } } },
        { type: 'edit', target: 'a', content: { type: 'text', body: 'y' } },
      ],
      [
        'edit, with the words beside the id',
        { type: 'edit', edit: { original_message_id: 'a', text: { body: 'y' } } },
        { type: 'edit', target: 'a', content: { body: 'y' } },
      ],
      [
        'edit what was edited before',
        {
          type: 'edit',
          edit: { original_message_id: 'a', message: { type: 'edit', edit: { message: { text: { body: 'z' } } } } },
        },
        { type: 'edit', target: 'a', content: { body: 'z' } },
      ],
      [
        'delete, by another name of the id',
        { type: 'Revoke', revoke: { message_id: 'a' } },
        { type: 'revoke', target: 'a' },
      ],
      [
        'react, without saying so',
        { reaction: { id: 'a', emoji: '👍' } },
        { type: 'reaction', target: 'a', emoji: '👍' },
      ],
      [
        'edit without a target, which says something new',
        { type: 'edit', edit: { message: { text: { body: 'y' } } } },
        { type: 'message', content: { body: 'y' } },
      ],
      ['delete', { type: 'revoke', revoke: { original_message_id: 'a' } }, { type: 'revoke', target: 'a' }],
    ])('may be to %s', (_what, message, act) => {
      expect(readAct(v.parse(messageSchema, message), message)).toMatchObject(act);
    });

    test.each([{ type: 'reaction' }, { type: 'edit', edit: 'x' }, { type: 'revoke', revoke: {} }])(
      'is to say something that cannot be shown without a target, as in %j',
      (message) => {
        expect(readAct(v.parse(messageSchema, message), message)).toMatchObject({
          type: 'message',
          content: { type: 'unsupported', what: message.type },
        });
      },
    );
  });

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

    test('their number, which WhatsApp does not tell: the event says so, unless WhatsApp has words for it', () => {
      const read = (system: object) =>
        readWebhook({ messages: [{ from: '4915112345678', id: 'wamid.S9', timestamp: '1', type: 'system', system }] });
      expect(read({ type: 'user_changed_number' }).events).toMatchObject([
        { kind: 'number-changed', customer: { waId: '4915112345678' } },
      ]);
      expect(read({ type: 'user_changed_number', body: 'Ann changed from 1 to 2' }).events).toMatchObject([
        { kind: 'message', content: { type: 'system', body: 'Ann changed from 1 to 2' } },
      ]);
    });
  });

  test('a message without an id gets one that is the same for the same message and for no other', () => {
    const message = { from: '4915112345678', timestamp: '1760000000', text: { body: 'Hi' } };
    expect(idFromContent({ ...message })).toBe(idFromContent(message));
    expect(idFromContent({ ...message, timestamp: '1760000001' })).not.toBe(idFromContent(message));
    expect(idFromContent(message)).toMatch(/^without-id\.[0-9a-f]{64}$/);
  });
});

describe('what a message refers to', () => {
  test.each([
    ['text-quoting', { context: { wamid: 'wamid.OUT1' }, referral: undefined }],
    ['text-forwarded', { context: { forwarded: 'once' } }],
    ['text-forwarded-often', { context: { forwarded: 'often' } }],
    [
      'text-about-product',
      { context: { wamid: 'wamid.OUT9', referredProduct: { catalogId: '194836987003835', productId: 'shoe_42' } } },
    ],
    [
      'text-from-ad',
      {
        context: undefined,
        referral: {
          sourceType: 'ad',
          headline: 'Summer sale',
          sourceUrl: 'https://fb.me/1AbCdEf',
          imageUrl: 'https://scontent.example/ad.jpg',
          clickId: 'Aff-n8ZTODiE79d22KtAwQKj9e',
        },
      },
    ],
    ['text-empty-context', { context: undefined, referral: undefined }],
    ['text', { context: undefined, referral: undefined }],
  ])('is read from %s', (name, parts) => {
    expect(eventsOf(name)).toMatchObject([parts]);
  });

  test.each([undefined, 'x', { context: 'x', referral: [] }, { context: { id: {}, forwarded: 'maybe' } }])(
    'is nothing in %j',
    (message) => {
      expect(readMessageContext(message)).toEqual({});
    },
  );
});
