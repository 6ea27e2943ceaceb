import { readProductContent } from '../../../../src/handlers/webhook/content/readProductContent';

describe('a product that was sent', () => {
  test.each([
    [
      'its numbers and the words about it',
      { product_retailer_id: 'shoe_42', catalog_id: 7 },
      { body: { text: 'This one?' } },
      { type: 'product', productId: 'shoe_42', catalogId: '7', text: 'This one?' },
    ],
    ['its number alone', { product_retailer_id: 'a' }, { body: { text: ' ' } }, { type: 'product', productId: 'a' }],
    ['nothing without a number', { catalog_id: '7' }, {}, undefined],
    ['nothing of what is no object', 'x', null, undefined],
  ])('is read with %s', (_what, part, around, product) => {
    expect(readProductContent(part, around)).toEqual(product);
  });
});
