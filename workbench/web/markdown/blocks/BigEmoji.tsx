import type { BigEmoji as BigEmojiNode } from '@rocket.chat/message-parser';
import { Emoji } from '../inlines/Emoji';

/** A message of one to three emoji and nothing else. */
export function BigEmoji({ emojis }: { readonly emojis: BigEmojiNode['value'] }) {
  return (
    <div className="wb-markdown-big">
      {emojis.map((emoji, index) => (
        <Emoji key={index} emoji={emoji} />
      ))}
    </div>
  );
}
