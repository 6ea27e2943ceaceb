import * as v from 'valibot';
import type { LocationContent } from '../MessageContent';
import { tolerant } from '../tolerant';

/** Some phones write numbers with a comma. */
const degrees = v.pipe(
  tolerant.word,
  v.transform((word) => Number(word?.replace(',', '.') ?? NaN)),
);

const schema = tolerant.object({
  latitude: degrees,
  longitude: degrees,
  name: tolerant.word,
  address: tolerant.word,
  url: tolerant.word,
});

/**
 * A place. Coordinates that are none are left out; the name or the address may still say where it is. Nothing when nothing
 * says it.
 */
export function readLocationContent(location: unknown): LocationContent | undefined {
  const place = v.parse(schema, location);
  if (!place) return undefined;
  const { latitude = NaN, longitude = NaN, ...words } = place;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (!isOnEarth && !Object.values(words).some(Boolean)) return undefined;
  return { ...place, type: 'location', ...(isOnEarth ? {} : { latitude: undefined, longitude: undefined }) };
}
