import { pick, pickText } from '../../state/pick';
import type { BubbleProps } from './BubbleProps';
import { MapPicture } from './MapPicture';

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
