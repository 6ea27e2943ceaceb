import * as v from 'valibot';
import { AppError } from '../core/errors/AppError';
import { callDialog360, readSuccess } from './callDialog360';
import type { Connection } from './Connection';
import { timeouts } from './Connection';

/** What 360dialog reports about a number. Facts that it does not report are absent. */
export interface Health {
  /** 'UNKNOWN' when the answer has no verdict; the key is valid all the same. */
  canSend: 'AVAILABLE' | 'LIMITED' | 'BLOCKED' | 'UNKNOWN';
  /** Meta's id of the number: the `metadata.phone_number_id` of its webhooks. */
  phoneNumberId?: string;
  wabaId?: string;
  /** In Meta's display form, for instance `+1 555-093-4873`. */
  displayPhoneNumber?: string;
  /** The name that customers see. */
  displayName?: string;
  /** GREEN, YELLOW, RED or UNKNOWN. */
  quality?: string;
  /** For instance TIER_1K. */
  messagingLimit?: string;
  /** The reasons why the number, its account or its business cannot send, in Meta's words. */
  problems: { entity: string; code?: number; description: string; solution?: string }[];
}

/** The statuses by which an API may refuse a request that names fields. */
const FIELDS_UNKNOWN = ['errors:contentRefused', 'errors:notFound', 'errors:refused', 'errors:answerUnreadable'];
const FIELDS = 'id,health_status,display_phone_number,verified_name,quality_rating,messaging_limit_tier';

const text = v.fallback(v.optional(v.pipe(v.string(), v.nonEmpty())), undefined);
const id = v.fallback(
  v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.nonEmpty())),
  undefined,
);
const verdict = v.fallback(v.optional(v.picklist(['AVAILABLE', 'LIMITED', 'BLOCKED'])), undefined);

const problemSchema = v.object({
  error_code: v.fallback(v.optional(v.number()), undefined),
  error_description: text,
  possible_solution: text,
});
const entitySchema = v.object({
  entity_type: v.fallback(v.string(), ''),
  id,
  can_send_message: verdict,
  can_send_messages: verdict,
  errors: v.fallback(v.optional(v.array(problemSchema), []), []),
});
const statusSchema = v.object({
  can_send_message: verdict,
  can_send_messages: verdict,
  entities: v.fallback(v.optional(v.array(entitySchema), []), []),
});
const healthSchema = v.pipe(
  v.object({
    id,
    health_status: v.fallback(v.optional(statusSchema), undefined),
    display_phone_number: text,
    verified_name: text,
    quality_rating: text,
    messaging_limit_tier: text,
  }),
  // JSON from another service at a mistyped address must not count as a healthy number.
  v.check(({ health_status, id: numberId }) => health_status !== undefined || numberId !== undefined),
);

/**
 * Reads the health of a number, which is also the cheapest way to check its key. The request names the fields of the
 * number itself. If the API does not know these fields, the request is repeated without them. Source:
 * https://docs.360dialog.com/docs/messaging/health-status
 * @throws AppError `errors:keyRefused` for a wrong key, and as every call
 */
export async function readHealth(connection: Connection): Promise<Health> {
  try {
    return await ask(connection, { fields: FIELDS });
  } catch (error) {
    if (error instanceof AppError && FIELDS_UNKNOWN.includes(error.key)) {
      return ask(connection, {});
    }
    throw error;
  }
}

async function ask(connection: Connection, query: Record<string, string>): Promise<Health> {
  const response = await callDialog360(connection, {
    method: 'get',
    path: '/health_status',
    query,
    timeout: timeouts.read,
  });
  const health = readSuccess(connection, healthSchema, response);
  const status = health.health_status;
  const entities = status?.entities ?? [];
  const entityId = (type: string) => entities.find(({ entity_type }) => entity_type === type)?.id;
  return {
    canSend: status?.can_send_message ?? status?.can_send_messages ?? 'UNKNOWN',
    phoneNumberId: health.id ?? entityId('PHONE_NUMBER'),
    wabaId: entityId('WABA'),
    displayPhoneNumber: health.display_phone_number,
    displayName: health.verified_name,
    quality: health.quality_rating,
    messagingLimit: health.messaging_limit_tier,
    problems: entities.flatMap(problemsOf),
  };
}

function problemsOf({ entity_type, errors }: v.InferOutput<typeof entitySchema>): Health['problems'] {
  return errors.flatMap(({ error_code, error_description, possible_solution }) =>
    error_description === undefined
      ? []
      : [{ entity: entity_type, code: error_code, description: error_description, solution: possible_solution }],
  );
}
