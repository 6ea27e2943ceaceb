import { metaError } from '../../errors/metaError';
import type { MetaRefusal } from '../../errors/MetaRefusal';
import type { JsonObject } from '../../json/JsonObject';
import { checkEach } from '../../messages/checks/checkEach';
import { checkText } from '../../messages/checks/checkText';
import { wrongParam } from '../../messages/checks/wrongParam';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** Longest texts; for the description the documents say 256 and 512, the simulator takes the longer. */
const LIMITS: [string, number][] = [
  ['about', 139],
  ['address', 256],
  ['description', 512],
  ['email', 128],
  ['vertical', 64],
  ['profile_picture_handle', 10_000],
];

/** `POST /whatsapp_business_profile` */
export const postBusinessProfile: Endpoint = ({ store }, { number, body }) => {
  const refusal = checkProfile(body);
  if (refusal) return metaError(refusal);
  const { messaging_product: _product, profile_picture_handle: _handle, ...fields } = body;
  store.numbers.save({ ...number, profile: { ...number.profile, ...fields } });
  return ok({ success: true });
};

function checkProfile(body: JsonObject): MetaRefusal | undefined {
  if (body.messaging_product !== 'whatsapp') {
    return wrongParam('messaging_product', `must be one of {WHATSAPP} - got "${String(body.messaging_product)}".`);
  }
  const { websites = [] } = body;
  if (!Array.isArray(websites) || websites.length > 2) return wrongParam('websites', 'must have at most 2 items.');
  return (
    checkEach(LIMITS, ([name, max]) => checkText(body[name], name, { max, optional: true })) ??
    checkEach(websites, (site: unknown, index) => checkText(site, `websites[${index}]`, { max: 256 }))
  );
}
