import type { PhoneMessage } from '../../simulator/documents/PhoneMessage';

/** Reactions at a bubble's lower edge. */
export function ReactionBadge({ reactions }: { readonly reactions: PhoneMessage['reactions'] }) {
  const emojis = reactions.filter(({ emoji }) => emoji !== '');
  return emojis.length === 0 ? null : (
    <span className="ph-reactions wb-emoji" data-reactions={emojis.length}>
      {emojis.map(({ emoji, from }) => (
        <span key={from} title={from}>
          {emoji}
        </span>
      ))}
    </span>
  );
}
