import * as v from 'valibot';
import type { LocationContent, MediaContent, OrderContent, ProductContent } from './MessageContent';
import { tolerant } from './tolerant';

const mediaSchema = tolerant.object({
  id: tolerant.word,
  url: tolerant.word,
  mime_type: tolerant.word,
  sha256: tolerant.word,
  caption: tolerant.text,
  filename: tolerant.word,
  voice: tolerant.flag,
  animated: tolerant.flag,
});

/** A file. Undefined without an id, since then it cannot be fetched; all other parts may be missing. */
export function readMediaContent(type: MediaContent['type'], media: unknown): MediaContent | undefined {
  const parsed = v.parse(mediaSchema, media);
  if (parsed?.id === undefined) return undefined;
  const { id, url, mime_type, sha256, caption, filename, voice, animated } = parsed;
  return {
    type,
    id,
    url,
    mimeType: mime_type,
    sha256,
    caption: caption?.trim() ? caption : undefined,
    filename,
    isVoice: voice ? true : undefined,
    isAnimated: animated ? true : undefined,
  };
}

/** Some phones write numbers with a comma. */
const degrees = v.pipe(
  tolerant.word,
  v.transform((word) => Number(word?.replace(',', '.') ?? NaN)),
);

const locationSchema = tolerant.object({
  latitude: degrees,
  longitude: degrees,
  name: tolerant.word,
  address: tolerant.word,
  url: tolerant.word,
});

/**
 * A place. Impossible coordinates are left out, since the name or the address may still say where it is. Undefined when
 * nothing says where it is.
 */
export function readLocationContent(location: unknown): LocationContent | undefined {
  const place = v.parse(locationSchema, location);
  if (!place) return undefined;
  const { latitude = NaN, longitude = NaN, ...words } = place;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (!isOnEarth && !Object.values(words).some(Boolean)) return undefined;
  return { ...place, type: 'location', ...(isOnEarth ? {} : { latitude: undefined, longitude: undefined }) };
}

const orderSchema = tolerant.object({
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

/** A cart that the customer sent. Amounts are in whole units of the currency; some bodies write them as strings. */
export function readOrderContent(order: unknown): OrderContent | undefined {
  const parsed = v.parse(orderSchema, order);
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

const productSchema = tolerant.object({
  product_retailer_id: tolerant.word,
  catalog_id: tolerant.word,
  body: tolerant.object({ text: tolerant.text }),
});

/**
 * A product of the catalogue that the customer sent. Undefined without a product id.
 *
 * @param around the object that holds the product; the customer's words stand there
 */
export function readProductContent(part: unknown, around: unknown): ProductContent | undefined {
  const { product_retailer_id, catalog_id } = v.parse(productSchema, part) ?? {};
  const text = v.parse(productSchema, around)?.body?.text;
  if (product_retailer_id === undefined) return undefined;
  return {
    type: 'product',
    productId: product_retailer_id,
    catalogId: catalog_id,
    text: text?.trim() ? text : undefined,
  };
}
