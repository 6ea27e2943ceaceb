import type { MetaRefusal } from '../../errors/metaError';
import { metaError } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { pick } from '../../json';
import { checkEach, checkText, wrongParam } from '../../messages/checks';
import type { NumberRecord } from '../../store/numbers';
import type { Switches } from '../../switches/Switches';
import { ok } from '../Answer';
import type { Endpoint } from '../Endpoint';

/** `GET /whatsapp_business_profile?fields=`: the fields that are set; an empty profile has only its vertical. */
export const getBusinessProfile: Endpoint = (_simulator, { number, query }) => {
  const profile: JsonObject = { vertical: 'UNDEFINED', ...number.profile };
  const names = query.fields?.split(',').map((name) => name.trim()) ?? Object.keys(profile);
  return ok({ data: [{ ...pick(profile, names), messaging_product: 'whatsapp' }] });
};

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

/** `GET /health_status`, or the fields of the number's node that `?fields=` names. */
export const getHealthStatus: Endpoint = ({ switches }, { number, query }) => {
  if (!query.fields) return ok(healthOf(number, switches.current().healthShape));
  const node: JsonObject = { ...nodeOf(number), health_status: healthOf(number, 'standard').health_status };
  const names = query.fields.split(',').map((name) => name.trim());
  return ok({ ...pick(node, names), id: number.phoneNumberId });
};

function healthOf(number: NumberRecord, shape: Switches['healthShape']): JsonObject {
  const key = shape === 'plural' ? 'can_send_messages' : 'can_send_message';
  const errors = {
    errors: [
      {
        error_code: 141006,
        error_description: 'There is an error with the payment method.',
        possible_solution: 'Add or fix the payment method of the WhatsApp Business Account.',
      },
    ],
  };
  const entity = (type: string, id: string) => ({
    entity_type: type,
    id,
    [key]: type === 'WABA' ? number.canSend : 'AVAILABLE',
    ...(type === 'WABA' && number.canSend !== 'AVAILABLE' && errors),
  });
  return {
    health_status: {
      [key]: number.canSend,
      entities: [
        entity('PHONE_NUMBER', number.phoneNumberId),
        entity('WABA', number.wabaId),
        entity('BUSINESS', `9${number.wabaId.slice(1)}`),
        entity('APP', '634974688087057'),
      ],
    },
    ...(shape !== 'no-id' && { id: number.phoneNumberId }),
  };
}

/** The number's node as Graph has it. */
function nodeOf(number: NumberRecord): JsonObject {
  return {
    id: number.phoneNumberId,
    display_phone_number: `+${number.phoneNumber}`,
    verified_name: number.displayName,
    quality_rating: number.quality,
    messaging_limit_tier: number.messagingLimit,
    code_verification_status: 'VERIFIED',
    account_mode: 'LIVE',
    name_status: 'APPROVED',
    new_name_status: 'NONE',
    platform_type: 'CLOUD_API',
    is_official_business_account: false,
    is_pin_enabled: true,
    throughput: { level: 'STANDARD' },
    status: 'CONNECTED',
  };
}
