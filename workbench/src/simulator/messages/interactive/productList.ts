import { listOf } from '../../json/listOf';
import { checkText } from '../checks/checkText';
import { firstRefusal } from '../checks/firstRefusal';
import { invalid } from '../checks/invalid';
import type { InteractiveRules } from './InteractiveRules';

/** Up to 30 products in up to ten sections, under a text header. */
export const productList: InteractiveRules = {
  headers: ['text'],
  headerRequired: true,
  body: 'required',
  check: (action) => {
    const sections = listOf(action.sections);
    const items = sections.flatMap((section) => listOf(section.product_items));
    return firstRefusal(
      () => checkText(action.catalog_id, "interactive['action']['catalog_id']", { max: 100 }),
      () =>
        sections.length < 1 || sections.length > 10 ? invalid('Invalid sections count. Min: 1, Max: 10') : undefined,
      () => (items.length < 1 || items.length > 30 ? invalid('Invalid products count. Min: 1, Max: 30') : undefined),
      () =>
        items.every(({ product_retailer_id: id }) => typeof id === 'string')
          ? undefined
          : invalid('product_retailer_id is missing'),
    );
  },
};
