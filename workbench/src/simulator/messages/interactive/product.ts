import { checkText } from '../checks/checkText';
import { firstRefusal } from '../checks/firstRefusal';
import type { InteractiveRules } from './InteractiveRules';

/** One product of the catalogue; has no header. */
export const product: InteractiveRules = {
  headers: [],
  body: 'optional',
  check: (action) =>
    firstRefusal(
      () => checkText(action.catalog_id, "interactive['action']['catalog_id']", { max: 100 }),
      () => checkText(action.product_retailer_id, "interactive['action']['product_retailer_id']", { max: 100 }),
    ),
};
