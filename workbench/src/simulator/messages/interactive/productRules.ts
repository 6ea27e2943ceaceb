import { listOf, objectOf } from '../../json';
import { checkEach, checkText, firstRefusal, invalid } from '../checks';
import type { InteractiveRules } from './InteractiveRules';
import { checkName } from './InteractiveRules';

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

/** A button that opens the catalogue. */
export const catalogMessage: InteractiveRules = {
  headers: [],
  body: 'required',
  check: (action) => checkName(action, 'catalog_message'),
};

/** Two to ten cards of media or products; a card's text has at most 160 characters. */
export const carousel: InteractiveRules = {
  headers: [],
  body: 'required',
  check: (action) => {
    const cards = listOf(action.cards);
    if (cards.length < 2 || cards.length > 10) return invalid('Invalid cards count. Min: 2, Max: 10');
    return checkEach(cards, (card, index) =>
      checkText(objectOf(card.body).text, `interactive['action']['cards'][${index}]['body']['text']`, {
        max: 160,
        optional: true,
      }),
    );
  },
};
