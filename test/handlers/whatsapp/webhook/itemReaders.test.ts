import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import { eventsOf, readFixture } from './support/readFixture';

describe('itemReaders', () => {
  describe('a change of a group', () => {
    test('is told without anybody in it', () => {
      const number = { phoneNumberId: '108100000000001', displayNumber: '4930901820' };
      expect(eventsOf('group-change')).toEqual([
        { kind: 'group', what: 'change', number, timestamp: 1_760_000_000_000 },
      ]);
    });

    test('is told even when nothing of it can be read', () => {
      expect(readWebhook({ groups: [null] }).events).toMatchObject([
        { kind: 'group', what: 'change', timestamp: null },
      ]);
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
});

describe('one call of a webhook', () => {
  test.each([
    ['that comes in', 'call-connect', { event: 'connect', direction: 'in', duration: undefined }],
    ['that ended', 'call-terminate', { event: 'terminate', direction: 'out', outcome: 'COMPLETED', duration: 120 }],
  ])('is read when it is one %s', (_what, name, call) => {
    expect(eventsOf(name)).toMatchObject([
      { kind: 'call', wamid: `wacid.1 ${call.event}`, customer: { waId: '4915112345678' }, ...call },
    ]);
  });

  test('is known in capitals too', () => {
    const calls = [{ id: 'a', from: '1', event: 'TERMINATE', direction: 'user_initiated' }];
    expect(readWebhook({ calls }).events).toMatchObject([{ event: 'terminate', direction: 'in' }]);
  });

  test('has the customer at its other end, where no contact tells them', () => {
    const calls = [
      { id: 'a', from: '1', to: '2', direction: 'USER_INITIATED' },
      { id: 'b', from: '1', to: '2', direction: 'BUSINESS_INITIATED' },
    ];
    expect(readWebhook({ calls }).events).toMatchObject([{ customer: { waId: '1' } }, { customer: { waId: '2' } }]);
  });

  test('is rejected without an id', () => {
    expect(readWebhook({ calls: [{ event: 'connect' }, null] }).rejected).toMatchObject([
      { reason: 'missing-id' },
      { reason: 'not-an-object' },
    ]);
  });
});

describe('readCoexistence', () => {
  describe('what was sent from the phone', () => {
    test.each([
      ['a text', 'echo-text', { type: 'message', content: { type: 'text', body: 'Sent from the phone' } }],
      ['a deletion', 'echo-revoke', { type: 'revoke', target: 'wamid.E1' }],
    ])('may be %s', (_what, name, act) => {
      expect(eventsOf(name)).toMatchObject([{ kind: 'echo', customer: { waId: '4915112345678' }, act }]);
    });

    test.each([
      ['to nobody', { id: 'a', type: 'text', text: { body: 'x' } }, 'missing-sender'],
      ['without an id', { to: '49151', type: 'text', text: { body: 'x' } }, 'missing-id'],
      ['that is none', 7, 'not-an-object'],
    ])('is rejected %s', (_what, echo, reason) => {
      expect(readWebhook({ message_echoes: [echo] })).toMatchObject({ events: [], rejected: [{ reason }] });
    });

    test('is not kept of a group', () => {
      expect(readWebhook({ message_echoes: [{ id: 'a', group_id: 'g', text: { body: 'x' } }] }).events).toMatchObject([
        { kind: 'group' },
      ]);
    });
  });

  describe('the chats of before', () => {
    test('are read in both directions, with the customer in each', () => {
      const customer = { waId: '4915112345678', name: 'Ann Lee' };
      expect(eventsOf('history')).toMatchObject([
        { kind: 'history', direction: 'in', wamid: 'wamid.H1', customer, content: { body: 'Do you deliver?' } },
        { kind: 'history', direction: 'out', wamid: 'wamid.H2', customer, content: { body: 'We do.' } },
      ]);
    });

    test('are never taken for new messages, also without their threads', () => {
      expect(eventsOf('history-wrapped')).toMatchObject([{ kind: 'history', direction: 'in', wamid: 'wamid.H1' }]);
    });

    test('may be refused, which is trouble of the account', () => {
      expect(eventsOf('history-refused')).toMatchObject([{ kind: 'account-error', errors: [{ code: 2593109 }] }]);
    });

    test('may be broken in parts', () => {
      const threads = [
        { id: '49151', messages: [{ id: 'a', text: { body: 'x' } }, null, { text: {} }] },
        { messages: [{ id: 'b' }] },
        'x',
      ];
      expect(readWebhook({ history: [{ threads }, 7] })).toMatchObject({
        events: [{ wamid: 'a', customer: { waId: '49151' } }],
        rejected: [
          { reason: 'not-an-object' },
          { reason: 'missing-id' },
          { reason: 'missing-sender' },
          { reason: 'not-an-object' },
        ],
      });
    });
  });
});

describe('one status of a webhook', () => {
  test('is read with its price, its conversation and what we sent along', () => {
    expect(eventsOf('status-sent')).toEqual([
      {
        kind: 'status',
        wamid: 'wamid.OUT1',
        status: 'sent',
        recipient: { waId: '4915112345678', userId: 'DE.1000000000000101' },
        errors: [],
        callbackData: 'out-1',
        pricing: { isBillable: false, model: 'PMP', type: 'free_customer_service', category: 'service' },
        conversation: { id: 'aa01', origin: 'service', expiresAt: 1_760_086_400_000 },
        number: { phoneNumberId: '108100000000001', displayNumber: '4930901820' },
        timestamp: 1_760_000_100_000,
      },
    ]);
  });

  test.each(['delivered', 'read', 'played', 'deleted'])('may be %s', (status) => {
    expect(eventsOf(`status-${status}`)).toMatchObject([{ kind: 'status', status, errors: [] }]);
  });

  test('that failed says why', () => {
    expect(eventsOf('status-failed')).toMatchObject([
      {
        status: 'failed',
        errors: [{ code: 131047, title: 'Re-engagement message', details: 'More than 24 hours have passed.' }],
      },
    ]);
  });

  test('may come in the flat body of before the Cloud API', () => {
    expect(eventsOf('flat-old-status')).toMatchObject([
      { kind: 'status', wamid: 'ABC2', status: 'failed', number: {}, timestamp: null, flaws: ['timestamp-missing'] },
    ]);
  });

  test('of a call is an event of the call, of a group one of nobody', () => {
    expect(eventsOf('status-call')).toMatchObject([{ kind: 'call', wamid: 'wamid.OUT1 RINGING', event: 'RINGING' }]);
    expect(eventsOf('group-status')).toEqual([
      { kind: 'group', what: 'status', number: expect.anything(), timestamp: 1_760_000_100_000 },
    ]);
  });

  test.each([
    ['status-unknown', 'in_orbit'],
    ['status-payment', 'captured'],
  ])('that is no delivery is told and passed over: %s', (name, type) => {
    expect(readWebhook(readFixture(name))).toMatchObject({
      events: [],
      rejected: [{ reason: 'unknown-status', type }],
    });
  });

  test('of a payment that failed is no message that failed', () => {
    const payment = { id: 'a', type: 'payment', status: 'failed', from: '4915112345678', timestamp: '1760000000' };
    expect(readWebhook({ statuses: [payment] })).toMatchObject({
      events: [],
      rejected: [{ reason: 'unknown-status', type: 'failed' }],
    });
  });

  test('may tell no recipient at all', () => {
    expect(readWebhook({ statuses: [{ id: 'a', status: 'READ' }, { status: 'read' }] })).toMatchObject({
      events: [{ status: 'read', recipient: {} }],
      rejected: [{ reason: 'missing-id' }],
    });
  });
});
