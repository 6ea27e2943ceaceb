import { renderPayment } from '../../../src/handlers/messages/renderPayment';
import { english } from './support/english';

test.each([
  [{ status: 'captured', reference: 'ref_1' }, '💳 Payment: paid · ref_1'],
  [
    { status: 'failed', method: 'pix', payer: 'Ann *Lee*', reference: 'ref_1', transaction: 'txn_2' },
    '💳 Payment: failed · pix · Ann \\*Lee\\* · ref_1 · txn_2',
  ],
  [{ status: 'on_its_way' }, '💳 Payment: On its way'],
  [{}, '💳 Update on a payment'],
])('a payment %j reads "%s"', (payment, text) => {
  expect(renderPayment({ type: 'payment', ...payment }, english)).toEqual({ text });
});
