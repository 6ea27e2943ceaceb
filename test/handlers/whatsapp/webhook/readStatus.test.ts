import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import { eventsOf, readFixture } from './support/readFixture';

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
