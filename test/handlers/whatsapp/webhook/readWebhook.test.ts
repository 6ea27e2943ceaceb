import { readChange, readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import { seededRandom } from '../markup/support/seen';
import { eventsOf, readFixture } from './support/readFixture';

const number = { phoneNumberId: '108100000000001', displayNumber: '4930901820' };

describe('reading a webhook body', () => {
  test('gives one typed event for a text of a customer', () => {
    expect(eventsOf('text')).toEqual([
      {
        kind: 'message',
        number,
        wamid: 'wamid.IN1',
        timestamp: 1_760_000_000_000,
        customer: { waId: '4915112345678', name: 'Ann Lee' },
        content: { type: 'text', body: 'Hello, is *anybody* there?' },
      },
    ]);
  });

  test.each([
    ['one change by itself', 'one-change'],
    ['a body in a wrapper', 'wrapped-in-payload'],
    ['a body of before the Cloud API', 'flat-old'],
    ['numbers in place of strings', 'text-numbers'],
  ])('understands %s', (_what, name) => {
    expect(eventsOf(name)).toMatchObject([{ kind: 'message', customer: { waId: '4915112345678' } }]);
  });

  test('understands a body that came as text', () => {
    expect(readWebhook(JSON.stringify(readFixture('text'))).events).toEqual(eventsOf('text'));
  });

  test('understands a list of envelopes, in order', () => {
    expect(eventsOf('list-of-envelopes')).toMatchObject([{ wamid: 'wamid.IN1' }, { wamid: 'wamid.IN2' }]);
  });

  test('reads all of a mixed batch in order, and lets one broken item stop nothing', () => {
    const { events, rejected } = readWebhook(readFixture('mixed-batch'));
    expect(events).toMatchObject([
      { kind: 'status', wamid: 'wamid.OUT1', status: 'sent', number },
      { kind: 'status', wamid: 'wamid.OUT3', status: 'read' },
      { kind: 'message', wamid: 'wamid.A', customer: { waId: '4915112345678', name: 'Ann Lee' } },
      { kind: 'message', wamid: 'wamid.B', customer: { waId: '4915100000003' } },
      { kind: 'message', wamid: 'wamid.C', number: { phoneNumberId: '108100000000002', displayNumber: '15550100000' } },
    ]);
    expect(rejected).toEqual([
      at('entry.0.changes.0.statuses.1', { reason: 'unknown-status', type: 'in_orbit', list: 'statuses' }),
      at('entry.0.changes.0.statuses.2', { reason: 'not-an-object', list: 'statuses' }),
      at('entry.0.changes.0.messages.1', { reason: 'not-an-object', list: 'messages' }),
      at('entry.0.changes.0.messages.2', { reason: 'missing-sender', type: 'text', list: 'messages' }),
      { reason: 'unknown-body', at: 'entry.0.changes.1' },
      { reason: 'not-an-object', at: 'entry.0.changes.2' },
    ]);
  });

  test('reads a batch of a thousand messages', () => {
    const messages = Array.from({ length: 1_000 }, (_, index) => ({
      from: '4915112345678',
      id: `wamid.${index}`,
      timestamp: String(1_760_000_000 + index),
      type: 'text',
      text: { body: `message ${index}` },
    }));
    const { events } = readWebhook({ entry: [{ changes: [{ field: 'messages', value: { messages } }] }] });
    expect(events.map((event) => 'wamid' in event && event.wamid)).toEqual(messages.map(({ id }) => id));
  });

  test.each([
    ['nothing', undefined, 'not-an-object'],
    ['null', null, 'not-an-object'],
    ['a number', 7, 'not-an-object'],
    ['an empty text', '', 'not-json'],
    ['bytes that are no JSON', Buffer.from([0xff, 0xfe]), 'not-json'],
    ['a text that is no JSON', '<html>502</html>', 'not-json'],
    ['an empty object', {}, 'unknown-body'],
    ['an entry that is no object', { entry: 'x' }, undefined],
    ['changes without a value', { entry: [{ changes: [{ field: 'messages' }] }] }, 'unknown-body'],
    ['a body of another product', { object: 'page', entry: [{ id: '1', messaging: [{}] }] }, 'unknown-body'],
    ['a value that tells nothing', { entry: [{ changes: [{ field: 'messages', value: {} }] }] }, 'unknown-body'],
  ])('rejects %s without an event', (_what, body, reason) => {
    const { events, rejected } = readWebhook(body);
    expect(events).toEqual([]);
    expect(rejected.map((item) => item.reason)).toEqual(reason === undefined ? [] : [reason]);
  });

  test('stops at a body that is wrapped without end', () => {
    let body: unknown = {};
    for (let depth = 0; depth < 10_000; depth += 1) body = { data: [body] };
    expect(readWebhook(body)).toMatchObject({ events: [], rejected: [{ reason: 'too-deep' }] });
  });

  test('takes nothing of a person or a content into what it rejects', () => {
    for (const name of ['mixed-batch', 'text-without-sender', 'reaction-without-target', 'status-unknown']) {
      const told = JSON.stringify(readWebhook(readFixture(name)).rejected);
      expect(told).not.toMatch(/49151|Ann|Who am I|wamid|👍/);
    }
    const hostile = { statuses: [{ id: 'x', status: 'call me at 4915112345678' }] };
    expect(readWebhook(hostile).rejected).toMatchObject([{ reason: 'unknown-status', type: undefined }]);
  });

  test('never throws, whatever is broken in a body', () => {
    const random = seededRandom(3);
    const names = [
      'mixed-batch',
      'contacts',
      'order',
      'flow',
      'edit',
      'history',
      'account-update',
      'call-terminate',
      'text-from-ad',
      'status-sent',
    ];
    const junk = [
      null,
      undefined,
      0,
      -1,
      NaN,
      '',
      'x',
      true,
      [],
      {},
      [null],
      [[]],
      { length: 3 },
      Infinity,
      '9'.repeat(400),
      { __proto__: null },
    ];
    for (let round = 0; round < 2_000; round += 1) {
      const body = JSON.parse(JSON.stringify(readFixture(random.pick(names)))) as object;
      for (let times = 0; times < 1 + random.below(3); times += 1) spoil(body);
      expect(() => readWebhook(body)).not.toThrow();
    }

    function spoil(body: object): void {
      let node: Record<string, unknown> = body as Record<string, unknown>;
      for (;;) {
        const key = random.pick(Object.keys(node));
        const next = node[key];
        if (typeof next !== 'object' || next === null || Object.keys(next).length === 0 || random.below(4) === 0) {
          node[key] = random.pick(junk);
          return;
        }
        node = next as Record<string, unknown>;
      }
    }
  });
});

function at(place: string, more: object) {
  return { at: place, field: 'messages', phoneNumberId: number.phoneNumberId, ...more };
}

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
