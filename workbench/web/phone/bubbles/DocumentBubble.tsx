import { pick, pickText } from '../../state/pick';
import { words } from '../../words';
import type { BubbleProps } from './BubbleProps';
import { Caption } from './Caption';
import { useBubbleMedia } from './useBubbleMedia';

/** A file, by its name. */
export function DocumentBubble({ shown }: BubbleProps) {
  const media = pick(shown.message, 'document');
  const name = pickText(media, 'filename') ?? words.phone.kinds.document;
  return (
    <>
      <a className="ph-document" href={useBubbleMedia(media)} target="_blank" rel="noopener noreferrer">
        <span className="ph-document-kind" aria-hidden>
          {/\.(\w{1,4})$/.exec(name)?.[1]?.toUpperCase() ?? '…'}
        </span>
        <span dir="auto">{name}</span>
      </a>
      <Caption media={media} />
    </>
  );
}
