import type { JsonObject } from '../../json/JsonObject';
import { pick } from '../../json/pick';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `GET /whatsapp_business_profile?fields=`: the fields that are set; an empty profile has only its vertical. */
export const getBusinessProfile: Endpoint = (_simulator, { number, query }) => {
  const profile: JsonObject = { vertical: 'UNDEFINED', ...number.profile };
  const names = query.fields?.split(',').map((name) => name.trim()) ?? Object.keys(profile);
  return ok({ data: [{ ...pick(profile, names), messaging_product: 'whatsapp' }] });
};
