import { pick } from '../../state/pick';
import { words } from '../../words';
import type { BubbleProps } from './BubbleProps';
import { Caption } from './Caption';
import { useBubbleMedia } from './useBubbleMedia';

/** A film with its caption. */
export function VideoBubble({ shown }: BubbleProps) {
  const media = pick(shown.message, 'video');
  return (
    <>
      <video
        className="ph-media"
        src={useBubbleMedia(media)}
        controls
        preload="metadata"
        aria-label={words.phone.kinds.video}
      />
      <Caption media={media} />
    </>
  );
}
