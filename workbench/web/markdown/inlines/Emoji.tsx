import type { Emoji as EmojiNode } from '@rocket.chat/message-parser';
import { useEmoji } from '../../emoji/useEmoji';

/** An emoji, by its character or its ":name:". An unknown name stays readable. */
export function Emoji({ emoji }: { readonly emoji: EmojiNode }) {
  const find = useEmoji();
  if ('unicode' in emoji) {
    return <span className="wb-emoji">{emoji.unicode}</span>;
  }
  const found = find(emoji.shortCode);
  return found ? (
    <span className="wb-emoji" role="img" aria-label={emoji.shortCode}>
      {found}
    </span>
  ) : (
    <>{`:${emoji.shortCode}:`}</>
  );
}
