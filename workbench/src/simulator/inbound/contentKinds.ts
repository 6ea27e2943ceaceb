import { randomDigits } from '../customers/createIds';
import { isObject, objectOf } from '../json';
import { contextOf } from './contextOf';
import type { InboundKind } from './InboundKind';

export const text: InboundKind = {
  title: 'Text',
  description: 'Also quoting (`context: {message_id}`), `forwarded: true`, `frequently_forwarded: true`.',
  example: { type: 'text', text: { body: 'Hello! Is anybody there?' } },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'text',
      text: { body: 'Hello! Is anybody there?', ...objectOf(request.message.text) },
    },
  }),
};

const SQUARE = {
  latitude: -23.5505,
  longitude: -46.6333,
  name: 'Praça da Sé',
  address: 'Praça da Sé, São Paulo - SP, Brazil',
};

export const location: InboundKind = {
  title: 'Location',
  description: 'A place; name and address may be absent (the current position).',
  example: { type: 'location', location: { latitude: 52.52, longitude: 13.405 } },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'location',
      location: isObject(request.message.location) ? request.message.location : SQUARE,
    },
  }),
};

const CARD = {
  name: { formatted_name: 'Marta Oliveira', first_name: 'Marta', last_name: 'Oliveira' },
  phones: [{ phone: '+55 11 95555-0133', wa_id: '5511955550133', type: 'CELL' }],
  emails: [{ email: 'marta@example.com', type: 'WORK' }],
  org: { company: 'Padaria Sol' },
};

export const contacts: InboundKind = {
  title: 'Contact cards',
  description: 'One or several; `origin: "contact_request"` when the business had asked for it.',
  example: {
    type: 'contacts',
    contacts: [{ name: { formatted_name: 'Marta Oliveira' }, phones: [{ phone: '+55 11 95555-0133' }] }],
  },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'contacts',
      contacts: Array.isArray(request.message.contacts) ? request.message.contacts : [CARD],
    },
  }),
};

const BASKET = {
  catalog_id: '194836987003835',
  text: 'Please with extra sauce',
  product_items: [
    { product_retailer_id: 'PIZZA-MARGHERITA', quantity: 2, item_price: 39.9, currency: 'BRL' },
    { product_retailer_id: 'GUARANA-350', quantity: 3, item_price: 6.5, currency: 'BRL' },
  ],
};

export const order: InboundKind = {
  title: 'Order',
  description: 'A basket from the catalogue.',
  example: { type: 'order' },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'order',
      order: isObject(request.message.order) ? request.message.order : BASKET,
    },
  }),
};

export const productQuestion: InboundKind = {
  title: 'Question about a product',
  description: 'A text sent from a product’s page.',
  example: { type: 'product-question', text: { body: 'Is this still available?' } },
  build: ({ number, message }) => ({
    item: {
      context: {
        from: number.phoneNumber,
        referred_product: {
          catalog_id: '194836987003835',
          product_retailer_id: 'PIZZA-MARGHERITA',
          ...objectOf(message.referred_product),
        },
      },
      type: 'text',
      text: { body: 'Is this still available?', ...objectOf(message.text) },
    },
  }),
};

export const referral: InboundKind = {
  title: 'From an advertisement',
  description: 'The first text of somebody who tapped a click-to-WhatsApp ad or post.',
  example: { type: 'referral', text: { body: 'Hi, I saw your offer' } },
  build: ({ message }) => ({
    item: {
      referral: {
        source_url: 'https://fb.me/4xYzAbCdE',
        source_id: '120210000000000000',
        source_type: 'ad',
        headline: 'Two for one this week',
        body: 'Every pizza, every evening until Sunday',
        media_type: 'image',
        image_url: 'https://example.com/ads/two-for-one.jpg',
        ctwa_clid: `ARA${randomDigits(18)}`,
        ...objectOf(message.referral),
      },
      type: 'text',
      text: { body: 'Hi, I saw your offer', ...objectOf(message.text) },
    },
  }),
};
