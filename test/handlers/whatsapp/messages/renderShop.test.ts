import {
  formatMoney,
  renderOrder,
  renderPayment,
  renderProduct,
} from '../../../../src/handlers/whatsapp/messages/renderShop';
import { english, renderFixture } from './support/renderFixture';

describe('an order', () => {
  test('is shown by its lines, its total and its note', () => {
    expect(renderFixture('order').text.split('\n')).toEqual([
      '🛒 *Order*',
      '- 2 × shoe_42 – €60.00 (2 × €30.00)',
      '- 1 × sock – €4.50',
      '*Total: €64.50*',
      'Gift wrapped, *please*',
    ]);
  });

  test('has no total where a price is missing', () => {
    expect(renderFixture('order-unclear').text.split('\n')).toEqual([
      '🛒 *Order*',
      '- a',
      '- 1 × Product without a number – 2 coins',
    ]);
  });

  test('has no total where the currencies differ, or where there are no lines', () => {
    const items = [
      { price: 1, quantity: 1, currency: 'EUR' },
      { price: 2, quantity: 1, currency: 'USD' },
    ];
    expect(renderOrder({ type: 'order', items }, english).text).not.toContain('Total');
    expect(renderOrder({ type: 'order', items: [] }, english).text).toBe('🛒 *Order*\nNo products are named in it.');
  });

  test('claims no number of pieces, and no total, where none is told', () => {
    const items = [{ id: 'a', price: 2, currency: 'EUR' }];
    expect(renderOrder({ type: 'order', items }, english).text).toBe('🛒 *Order*\n- a – €2.00');
  });

  test('does not show what computers think of 0.1 + 0.2', () => {
    const items = [
      { price: 0.1, quantity: 1, currency: 'EUR' },
      { price: 0.2, quantity: 1, currency: 'EUR' },
    ];
    expect(renderOrder({ type: 'order', items }, english).text).toContain('*Total: €0.30*');
  });
});

test.each([
  ['alone', { productId: 'shoe' }, '🛍️ Product shoe'],
  ['with a text', { productId: 'shoe', text: 'in *red*?' }, '🛍️ Product shoe\nin *red*?'],
])('a product %s', (_what, product, text) => {
  expect(renderProduct({ type: 'product', ...product }, english)).toEqual({ text });
});

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

const german = () => 'de';

test.each([
  [30, 'USD', '$30.00'],
  [4.5, 'EUR', '€4.50'],
  [1_234.5, 'JPY', '¥1,235'],
  [7, undefined, '7'],
  [7, 'coins', '7 coins'],
  [7, '', '7 '],
])('%s of %s is written as in English: %s', (amount, currency, text) => {
  expect(formatMoney(amount, currency, english)).toBe(text);
});

test('money is written as in the language', () => {
  expect(formatMoney(1_234.5, 'EUR', german)).toBe('1.234,50\u00a0€');
});

test('a currency in Latin letters stays together where one reads from right to left', () => {
  expect(formatMoney(79.8, 'BRL', () => 'ar')).toBe('\u200f79.80\u00a0\u2066R$\u2069');
});
