import { listOf } from '../../json/listOf';
import { objectOf } from '../../json/objectOf';
import { checkEach } from '../checks/checkEach';
import { checkText } from '../checks/checkText';
import { invalid } from '../checks/invalid';
import type { InteractiveRules } from './InteractiveRules';

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
