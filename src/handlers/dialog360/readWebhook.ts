import * as v from 'valibot';
import { AppError } from '../errors/AppError';
import { callDialog360 } from './callDialog360';
import type { Connection } from './Connection';
import { readSuccess } from './readSuccess';
import { timeouts } from './timeouts';

const webhookSchema = v.object({
  url: v.fallback(v.optional(v.nullish(v.string())), undefined),
  headers: v.fallback(v.optional(v.nullish(v.record(v.string(), v.string()))), undefined),
});

/**
 * Where 360dialog delivers the number's webhooks, and with which headers; `url` is undefined where nothing is set,
 * `headers` where the answer tells none.
 * An unset webhook answers 404 or an empty address (documents disagree).
 * @throws AppError as every call
 */
export async function readWebhook(
  connection: Connection,
): Promise<{ url: string | undefined; headers: Record<string, string> | undefined }> {
  try {
    const response = await callDialog360(connection, {
      method: 'get',
      path: '/v1/configs/webhook',
      timeout: timeouts.read,
    });
    const { url, headers } = readSuccess(connection, webhookSchema, response);
    return { url: url || undefined, headers: headers ?? undefined };
  } catch (error) {
    if (error instanceof AppError && error.status === 404) {
      return { url: undefined, headers: undefined };
    }
    throw error;
  }
}
