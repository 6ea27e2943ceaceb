import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf } from '../../json';
import { checkEach } from '../../messages/checks';
import { componentOf } from '../componentOf';
import type { checkComponents } from './checkComponents';
import { checkSentShape } from './checkSentShape';
import type { SendScope } from './SendScope';

/** As many cards as were approved, each checked like a template of its own. */
export function checkCarousel(
  defined: JsonObject[],
  sent: JsonObject[],
  scope: SendScope,
  check: typeof checkComponents,
): MetaRefusal | undefined {
  const cards = listOf(componentOf(defined, 'CAROUSEL')?.cards);
  const component = componentOf(sent, 'carousel');
  const sentCards = listOf(component?.cards);
  if (cards.length !== sentCards.length) {
    return {
      code: cards.length === 0 ? 132018 : 132012,
      details: `carousel: Format mismatch, expected ${cards.length} cards, received ${sentCards.length}`,
    };
  }
  return checkEach(sentCards, (card, position) => {
    const index = Number(card.card_index ?? position);
    const path = `${scope.path}[${component ? sent.indexOf(component) : 0}]['cards'][${position}]['components']`;
    const definition = cards[index];
    if (!definition) return { code: 132012, details: `carousel: card_index ${index} does not exist` };
    return (
      checkSentShape(card.components, path) ??
      check(listOf(definition.components), listOf(card.components), { ...scope, path, where: `card ${index}: ` })
    );
  });
}
