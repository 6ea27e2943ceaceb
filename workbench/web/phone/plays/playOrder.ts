import { words } from '../../words';
import type { Play } from './Play';

/** A basket from the business's catalogue. */
export const playOrder: Play = {
  id: 'order',
  label: words.phone.plays.order,
  icon: 'bag',
  play: ({ send }) =>
    send({
      type: 'order',
      order: {
        catalog_id: '1001',
        text: 'Please deliver on Friday',
        product_items: [{ product_retailer_id: 'coffee-500g', quantity: 2, item_price: 24.9, currency: 'BRL' }],
      },
    }),
};
