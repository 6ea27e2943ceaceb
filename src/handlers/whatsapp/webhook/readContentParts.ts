import * as v from 'valibot';
import type {
  ContactCard,
  ContactsContent,
  LocationContent,
  MediaContent,
  OrderContent,
  ProductContent,
} from './MessageContent';
import { tolerant } from './tolerant';

const mediaSchema = tolerant.object({
  id: tolerant.word,
  url: tolerant.word,
  mime_type: tolerant.word,
  sha256: tolerant.word,
  caption: tolerant.text,
  filename: tolerant.word,
  voice: tolerant.flag,
});

/** A file. Undefined without an id, because then it cannot be fetched; all other parts may be missing. */
export function readMediaContent(type: MediaContent['type'], media: unknown): MediaContent | undefined {
  const parsed = v.parse(mediaSchema, media);
  if (parsed?.id === undefined) return undefined;
  const { id, url, mime_type, sha256, caption, filename, voice } = parsed;
  return {
    type,
    id,
    url,
    mimeType: mime_type,
    sha256,
    caption: caption?.trim() ? caption : undefined,
    filename,
    isVoice: voice ? true : undefined,
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
 * A location. Invalid coordinates are dropped, because the name or the address may be enough. Undefined without any
 * usable part.
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
 * @param around the object that holds the product and the customer's words
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

const nameSchema = v.object({
  formatted_name: tolerant.word,
  prefix: tolerant.word,
  first_name: tolerant.word,
  middle_name: tolerant.word,
  last_name: tolerant.word,
  suffix: tolerant.word,
});
const phoneSchema = v.object({ phone: tolerant.word, wa_id: tolerant.word, type: tolerant.word });

/** The schema of an object. Some senders write only a word in its place, from which the object is made. */
function orWord<Output>(schema: v.GenericSchema<unknown, Output>, toObject: (word: string) => Output) {
  return v.union([v.pipe(v.string(), v.trim(), v.nonEmpty(), v.transform(toObject)), schema]);
}

const emailSchema = orWord(v.object({ email: tolerant.word, type: tolerant.word }), (email) => ({
  email,
  type: undefined,
}));
const urlSchema = orWord(v.object({ url: tolerant.word, type: tolerant.word }), (url) => ({ url, type: undefined }));
const orgSchema = orWord(
  tolerant.object({ company: tolerant.word, department: tolerant.word, title: tolerant.word }),
  (company) => ({ company, department: undefined, title: undefined }),
);

const cardSchema = v.object({
  name: v.fallback(v.optional(v.union([v.string(), nameSchema])), undefined),
  org: v.fallback(v.optional(orgSchema), undefined),
  phones: tolerant.listOf(v.union([v.string(), phoneSchema])),
  emails: tolerant.listOf(emailSchema),
  urls: tolerant.listOf(urlSchema),
  addresses: tolerant.listOf(
    v.object({
      street: tolerant.word,
      city: tolerant.word,
      state: tolerant.word,
      zip: tolerant.word,
      country: tolerant.word,
      type: tolerant.word,
    }),
  ),
  birthday: tolerant.word,
  vcard: tolerant.text,
  origin: tolerant.word,
});

type RawCard = v.InferOutput<typeof cardSchema>;
type RawPhone = Partial<v.InferOutput<typeof phoneSchema>>;

/**
 * Shared contacts. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/contacts
 * @param origin a field beside the list in newer bodies: `contact_request` when the business asked for it
 */
export function readContactsContent(contacts: unknown, origin?: unknown): ContactsContent {
  const cards = v.parse(tolerant.listOf(cardSchema), contacts);
  const isRequested = [origin, ...cards.map((card) => card.origin)].includes('contact_request');
  return { type: 'contacts', contacts: cards.map(toCard), isRequested: isRequested || undefined };
}

function toCard({ name, org, phones, emails, urls, addresses, birthday, vcard = '' }: RawCard): ContactCard {
  const { formatted_name, ...parts } =
    typeof name === 'string' ? { formatted_name: name.trim() || undefined } : (name ?? {});
  const numbers = phones.map((phone) => (typeof phone === 'string' ? { phone: phone.trim() || undefined } : phone));
  return {
    name: formatted_name ?? (together(Object.values(parts), ' ') || fromVcard(vcard, 'FN')),
    organisation: together([org?.company, org?.department, org?.title], ', ') || undefined,
    phones: (numbers.length > 0 ? numbers : [{}]).flatMap(({ phone, wa_id, type }: RawPhone) => {
      const number = phone ?? (wa_id === undefined ? fromVcard(vcard, 'TEL') : `+${wa_id}`);
      return number === undefined ? [] : [{ number, waId: wa_id?.replace(/\D/g, '') || undefined, label: type }];
    }),
    emails: emails.flatMap(({ email, type }) => (email === undefined ? [] : [{ address: email, label: type }])),
    urls: urls.flatMap(({ url, type }) => (url === undefined ? [] : [{ url, label: type }])),
    addresses: addresses.flatMap(({ type, street, zip, city, state, country }) => {
      const text = together([street, together([zip, city], ' '), state, country], ', ');
      return text === '' ? [] : [{ text, label: type }];
    }),
    birthday,
  };
}

function together(parts: (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

/** One line of a vCard, such as `FN:Ann Lee` or `TEL;type=CELL:+49 30 123`. */
function fromVcard(vcard: string, property: string): string | undefined {
  return new RegExp(`^(?:item\\d+\\.)?${property}(?:;[^:\\n]*)?:(.+)$`, 'im').exec(vcard)?.[1]?.trim();
}
