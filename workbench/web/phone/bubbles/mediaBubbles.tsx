import { useMediaUrl } from '../../simulator/useMediaUrl';
import { pick, pickText } from '../../state/pick';
import { words } from '../../words';
import { Markup } from '../Markup';
import type { BubbleProps } from './BubbleProps';

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

/** A sound, or a voice note with its microphone. */
export function AudioBubble({ shown }: BubbleProps) {
  const media = pick(shown.message, 'audio') ?? pick(shown.message, 'voice');
  const isVoice = pick(media, 'voice') === true || shown.message.type === 'voice';
  return (
    <div className="ph-audio" data-voice={isVoice ? 'yes' : undefined}>
      <span className="ph-audio-sign" aria-hidden>
        {isVoice ? '🎤' : '🎵'}
      </span>
      <audio
        src={useBubbleMedia(media)}
        controls
        preload="metadata"
        aria-label={isVoice ? words.phone.kinds.voice : words.phone.kinds.audio}
      />
    </div>
  );
}

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

/** A sticker, without a bubble around it. */
export function StickerBubble({ shown }: BubbleProps) {
  return (
    <img className="ph-sticker" src={useBubbleMedia(pick(shown.message, 'sticker'))} alt={words.phone.kinds.sticker} />
  );
}

/** A place. */
export function LocationBubble({ shown }: BubbleProps) {
  const place = pick(shown.message, 'location');
  const where = `${pickText(place, 'latitude') ?? ''},${pickText(place, 'longitude') ?? ''}`;
  const name = pickText(place, 'name');
  const address = pickText(place, 'address');
  return (
    <a
      className="ph-location"
      href={`https://www.openstreetmap.org/?mlat=${where.replace(',', '&mlon=')}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      <MapPicture />
      <strong>{name ?? where}</strong>
      {address && <small>{address}</small>}
    </a>
  );
}

/** A map without a map service: streets, and a pin in the middle. */
function MapPicture() {
  return (
    <svg className="ph-map" viewBox="0 0 240 110" aria-hidden preserveAspectRatio="xMidYMid slice">
      <rect width="240" height="110" fill="#e6ead8" />
      <path
        d="M0 80 70 60 150 74 240 40M40 0 62 110M168 0l-22 110M0 24l240 12"
        stroke="#fff"
        strokeWidth="7"
        fill="none"
      />
      <path d="M182 84c22-8 38-4 58 4v22h-70z" fill="#b7d6e8" />
      <path d="M120 74s-17-18-17-31a17 17 0 0 1 34 0c0 13-17 31-17 31z" fill="#d93025" />
      <circle cx="120" cy="43" r="6.5" fill="#fff" />
    </svg>
  );
}

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

/** What is said about a picture, film or document. */
function Caption({ media }: { readonly media: unknown }) {
  const caption = pickText(media, 'caption');
  return caption ? <Markup text={caption} /> : null;
}

/** The address of a media object, `{id}` or `{link}`, for an element of the page; undefined while it is fetched. */
function useBubbleMedia(media: unknown): string | undefined {
  const fetched = useMediaUrl(pickText(media, 'id'));
  return fetched ?? pickText(media, 'link');
}
