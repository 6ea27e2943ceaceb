import * as v from 'valibot';
import type { OrderContent } from '../MessageContent';
import { tolerant } from '../tolerant';

const schema = tolerant.object({
  catalog_id: tolerant.word,
  text: tolerant.text,
  product_items: tolerant.listOf(
    v.object({
      product_retailer_id: tolerant.word,
      quantity: tolerant.number,
      item_price: tolerant.number,
      currency: tolerant.word,
    }),
  ),
});

/** A cart that was sent; amounts are in whole units of the currency, as numbers or strings. */
export function readOrderContent(order: unknown): OrderContent | undefined {
  const parsed = v.parse(schema, order);
  if (!parsed) return undefined;
  return {
    type: 'order',
    catalogId: parsed.catalog_id,
    text: parsed.text?.trim() ? parsed.text : undefined,
    items: parsed.product_items.map(({ product_retailer_id, quantity, item_price, currency }) => ({
      id: product_retailer_id,
      quantity,
      price: item_price,
      currency,
    })),
  };
}
