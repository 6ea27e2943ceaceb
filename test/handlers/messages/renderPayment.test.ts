import { renderPayment } from '../../../src/handlers/messages/renderPayment';
import { english } from './support/english';

test.each([
  [{ status: 'captured', reference: 'ref_1' }, '💳 Payment: captured · ref_1'],
  [{}, '💳 Update on a payment'],
])('a payment %j reads "%s"', (payment, text) => {
  expect(renderPayment({ type: 'payment', ...payment }, english)).toEqual({ text });
});
