import { objectOf } from '../../json/objectOf';
import { applyReaction } from '../../messages/applyReaction';
import type { InboundKind } from '../InboundKind';

export const reaction: InboundKind = {
  title: 'Reaction',
  description: 'An emoji on a message; without an emoji the reaction is taken away. Does not restart the 24 h window.',
  example: { type: 'reaction', reaction: { message_id: 'wamid.…', emoji: '👍' } },
  build: ({ simulator, message }) => {
    const { emoji, ...rest } = objectOf(message.reaction);
    return {
      item: { type: 'reaction', reaction: emoji === '' || emoji === undefined ? rest : { ...rest, emoji } },
      shown: null,
      opensWindow: false,
      effect: () => applyReaction(simulator, 'customer', objectOf(message.reaction)),
    };
  },
};
