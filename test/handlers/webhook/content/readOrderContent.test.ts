import { readOrderContent } from '../../../../src/handlers/webhook/content/readOrderContent';
import { contentOf } from '../support/contentOf';

describe('an order', () => {
  test('is read with its lines, amounts as numbers or strings', () => {
    expect(contentOf('order')).toEqual({
      type: 'order',
      catalogId: '194836987003835',
      text: 'Gift wrapped, *please*',
      items: [
        { id: 'shoe_42', quantity: 2, price: 30, currency: 'EUR' },
        { id: 'sock', quantity: 1, price: 4.5, currency: 'EUR' },
      ],
    });
  });

  test('keeps lines whose amounts are none', () => {
    expect(contentOf('order-unclear')).toMatchObject({
      items: [
        { id: 'a', quantity: undefined, price: undefined, currency: 'coins' },
        { quantity: 1, price: 2 },
      ],
    });
    expect(readOrderContent({ product_items: 'x' })).toEqual({ type: 'order', items: [] });
    expect(readOrderContent('x')).toBeUndefined();
  });
});
