import type { JsonObject } from '../../json/JsonObject';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `GET /whatsapp_business_profile?fields=`: the fields that are set; an empty profile has only its vertical. */
export const getBusinessProfile: Endpoint = (_simulator, { number, query }) => {
  const profile: JsonObject = { vertical: 'UNDEFINED', ...number.profile };
  const names = query.fields?.split(',').map((name) => name.trim()) ?? Object.keys(profile);
  const chosen = names.filter((name) => name in profile).map((name) => [name, profile[name]]);
  return ok({ data: [{ ...(Object.fromEntries(chosen) as JsonObject), messaging_product: 'whatsapp' }] });
};
