import { pick } from '../../state/pick';
import { words } from '../../words';
import type { BubbleProps } from './BubbleProps';
import { useBubbleMedia } from './useBubbleMedia';

/** A sticker, without a bubble around it. */
export function StickerBubble({ shown }: BubbleProps) {
  return (
    <img className="ph-sticker" src={useBubbleMedia(pick(shown.message, 'sticker'))} alt={words.phone.kinds.sticker} />
  );
}
