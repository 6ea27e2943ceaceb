import { renderOrder } from '../../../src/handlers/messages/renderOrder';
import { english } from './support/english';
import { renderFixture } from './support/renderFixture';

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
