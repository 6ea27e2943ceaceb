import { renderProduct } from '../../../src/handlers/messages/renderProduct';
import { english } from './support/english';

test.each([
  ['alone', { productId: 'shoe' }, '🛍️ Product shoe'],
  ['with a text', { productId: 'shoe', text: 'in *red*?' }, '🛍️ Product shoe\nin *red*?'],
])('a product %s', (_what, product, text) => {
  expect(renderProduct({ type: 'product', ...product }, english)).toEqual({ text });
});
