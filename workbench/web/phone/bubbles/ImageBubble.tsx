import { pick, pickText } from '../../state/pick';
import { words } from '../../words';
import type { BubbleProps } from './BubbleProps';
import { Caption } from './Caption';
import { useBubbleMedia } from './useBubbleMedia';

/** A picture with its caption. */
export function ImageBubble({ shown }: BubbleProps) {
  const media = pick(shown.message, 'image');
  return (
    <>
      <img
        className="ph-media"
        src={useBubbleMedia(media)}
        alt={pickText(media, 'caption') ?? words.phone.kinds.image}
      />
      <Caption media={media} />
    </>
  );
}
