import { pick } from '../../state/pick';
import { words } from '../../words';
import type { BubbleProps } from './BubbleProps';
import { useMediaUrl } from './useMediaUrl';

/** A sticker, without a bubble around it. */
export function StickerBubble({ shown }: BubbleProps) {
  return (
    <img className="ph-sticker" src={useMediaUrl(pick(shown.message, 'sticker'))} alt={words.phone.kinds.sticker} />
  );
}
