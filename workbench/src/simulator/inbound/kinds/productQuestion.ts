import { objectOf } from '../../json/objectOf';
import type { InboundKind } from '../InboundKind';

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
