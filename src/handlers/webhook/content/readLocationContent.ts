import * as v from 'valibot';
import type { LocationContent } from '../MessageContent';
import { tolerant } from '../tolerant';

const schema = tolerant.object({
  latitude: tolerant.number,
  longitude: tolerant.number,
  name: tolerant.word,
  address: tolerant.word,
  url: tolerant.word,
});

/** A place. Coordinates that are none are left out; the name or the address may still say where it is. */
export function readLocationContent(location: unknown): LocationContent | undefined {
  const place = v.parse(schema, location);
  if (!place) return undefined;
  const { latitude = NaN, longitude = NaN } = place;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return { ...place, type: 'location', ...(isOnEarth ? {} : { latitude: undefined, longitude: undefined }) };
}
