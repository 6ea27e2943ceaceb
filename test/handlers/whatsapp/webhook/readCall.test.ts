import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import { eventsOf } from './support/readFixture';

describe('one call of a webhook', () => {
  test.each([
    ['that comes in', 'call-connect', { event: 'connect', direction: 'in', duration: undefined }],
    ['that ended', 'call-terminate', { event: 'terminate', direction: 'out', outcome: 'COMPLETED', duration: 120 }],
  ])('is read when it is one %s', (_what, name, call) => {
    expect(eventsOf(name)).toMatchObject([
      { kind: 'call', wamid: `wacid.1 ${call.event}`, customer: { waId: '4915112345678' }, ...call },
    ]);
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
