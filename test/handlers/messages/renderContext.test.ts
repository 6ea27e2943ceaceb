import { renderContext } from '../../../src/handlers/messages/renderContext';
import { english } from './support/english';

describe('what stands before a message', () => {
  test.each([
    ['nothing', undefined, []],
    ['nothing for a quote', { wamid: 'a' }, []],
    ['that it was forwarded', { forwarded: 'once' as const }, ['↪️ _Forwarded_']],
    ['that it was forwarded often', { forwarded: 'often' as const }, ['⏩ _Forwarded many times_']],
    [
      'a product',
      { referredProduct: { productId: 'a [b](https://c.de)' } },
      ['🛍️ About the product a [b]\u2060(https://c.de)'],
    ],
    ['a catalogue without a product', { referredProduct: { catalogId: '7' } }, ['🛍️ About the product 7']],
  ])('is %s', (_what, context, lines) => {
    expect(renderContext(context, english)).toEqual(lines);
  });
});
