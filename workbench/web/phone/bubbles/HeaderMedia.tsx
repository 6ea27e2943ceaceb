import { pickText } from '../../state/pick';
import { words } from '../../words';
import { MapPicture } from './MapPicture';
import { useBubbleMedia } from './useBubbleMedia';

/** The picture, film, document or place above a message's text. */
export function HeaderMedia({ format, media }: { readonly format: string; readonly media: unknown }) {
  const url = useBubbleMedia(media);
  const kind = format.toLowerCase();
  if (kind === 'image' || kind === 'gif') {
    return <img className="ph-media" src={url} alt={words.phone.kinds.image} />;
  }
  if (kind === 'video') {
    return <video className="ph-media" src={url} controls preload="metadata" aria-label={words.phone.kinds.video} />;
  }
  if (kind === 'document') {
    return (
      <a className="ph-document" href={url} target="_blank" rel="noopener noreferrer">
        {pickText(media, 'filename') ?? words.phone.kinds.document}
      </a>
    );
  }
  return kind === 'location' ? <MapPicture /> : null;
}
