import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf, objectOf } from '../../json';
import { componentOf } from '../componentOf';

/** A limited-time offer with an expiration needs its time on every send. */
export function checkLimitedTimeOffer(defined: JsonObject[], sent: JsonObject[]): MetaRefusal | undefined {
  const offer = objectOf(componentOf(defined, 'LIMITED_TIME_OFFER')?.limited_time_offer);
  if (offer.has_expiration !== true) return undefined;
  const [parameter] = listOf(componentOf(sent, 'limited_time_offer')?.parameters);
  const { expiration_time_ms: time } = objectOf(parameter?.limited_time_offer);
  return Number(time) > 0 ? undefined : { code: 132012, details: 'limited_time_offer: expiration_time_ms is required' };
}
