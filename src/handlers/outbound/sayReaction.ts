import type { Translate } from '../translation/Translate';

/**
 * What an agent's reaction is called where it was not delivered.
 *
 * @param emoji '' where a reaction was taken back
 * @param excerpt the beginning of the message that it is to
 */
export function sayReaction(emoji: string, excerpt: string, t: Translate): string {
  return emoji ? t('delivery:reaction', { emoji, excerpt }) : t('delivery:reactionRemoved', { excerpt });
}
