import { isObject } from '../../json/isObject';
import { contextOf } from '../contextOf';
import type { InboundKind } from '../InboundKind';

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
