import * as v from 'valibot';
import type { ProductContent } from '../MessageContent';
import { tolerant } from '../tolerant';

const schema = tolerant.object({
  product_retailer_id: tolerant.word,
  catalog_id: tolerant.word,
  body: tolerant.object({ text: tolerant.text }),
});

/**
 * A product of the catalogue that the customer sent; nothing when it has no number.
 * @param around what holds the product, and the words about it
 */
export function readProductContent(part: unknown, around: unknown): ProductContent | undefined {
  const { product_retailer_id, catalog_id } = v.parse(schema, part) ?? {};
  const text = v.parse(schema, around)?.body?.text;
  if (product_retailer_id === undefined) return undefined;
  return {
    type: 'product',
    productId: product_retailer_id,
    catalogId: catalog_id,
    text: text?.trim() ? text : undefined,
  };
}
