import type { JsonObject } from '../../json/JsonObject';
import { pick } from '../../json/pick';
import type { NumberRecord } from '../../store/NumberRecord';
import type { Switches } from '../../switches/Switches';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

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
