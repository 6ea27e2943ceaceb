import * as v from 'valibot';
import { AppError } from '../core/errors/AppError';
import { callDialog360, readSuccess } from './callDialog360';
import type { Connection } from './Connection';
import { timeouts } from './Connection';

const webhookSchema = v.object({
  url: v.fallback(v.optional(v.nullish(v.string())), undefined),
  headers: v.fallback(v.optional(v.nullish(v.record(v.string(), v.string()))), undefined),
});

/**
 * Reads where 360dialog delivers the number's webhooks, and with which headers. `url` is undefined when none is set: the
 * documents disagree whether 360dialog then answers 404 or an empty address. `headers` is undefined when the answer has none.
 * @throws AppError as every call
 */
export async function readWebhookSettings(
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

/**
 * Makes 360dialog deliver the number's webhooks to an address, with headers that it sends with every delivery. It
 * replaces the address that was set before. Only the status of the answer counts, since the documents disagree about
 * its body. Source: https://docs.360dialog.com/docs/messaging/webhook
 * @throws AppError as every call
 */
export async function writeWebhook(
  connection: Connection,
  webhook: { url: string; headers: Record<string, string> },
): Promise<void> {
  await callDialog360(connection, {
    method: 'post',
    path: '/v1/configs/webhook',
    json: webhook,
    timeout: timeouts.configure,
  });
}

/** The statuses of a call that the API does not know or does not accept in this form. */
const NOT_TAKEN = [400, 404, 405, 422, 501];

/** 'removed': our address was set and is removed; 'gone': none was set; 'foreign': another address is set and stays. */
type Removal = 'removed' | 'gone' | 'foreign';

const WAYS: readonly { method: 'del' | 'post'; json?: object }[] = [
  { method: 'post', json: { url: '', headers: {} } },
  { method: 'del' },
];

/**
 * Makes 360dialog stop delivering to `url`. Only our own address is removed: somebody may have pointed the number elsewhere
 * since. 360dialog documents no call for this. An empty address is tried first, then a deletion, and the settings are read
 * after each: the function returns when our address is not set any more.
 * @throws AppError `errors:webhookStays` when 360dialog keeps it, and as every call
 */
export async function removeWebhook(connection: Connection, url: string): Promise<Removal> {
  const before = await readWebhookSettings(connection);
  if (before.url === undefined) {
    return 'gone';
  }
  if (!sameAddress(before.url, url)) {
    return 'foreign';
  }
  let details = '';
  for (const { method, json } of WAYS) {
    const refusal = await refusalOf(remove(connection, method, json));
    details = String(refusal?.params.details ?? details);
    const after = await readWebhookSettings(connection);
    if (after.url === undefined || !sameAddress(after.url, url)) {
      return 'removed';
    }
  }
  throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:webhookStays', params: { details: details || '–' } });
}

async function remove(connection: Connection, method: 'del' | 'post', json?: object): Promise<void> {
  await callDialog360(connection, { method, path: '/v1/configs/webhook', json, timeout: timeouts.configure });
}

/**
 * Tolerates only the refusal of a call that the API does not know or accept. Any other error (a wrong key, no
 * connection) is thrown.
 */
async function refusalOf(attempt: Promise<void>): Promise<AppError | undefined> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    if (
      error instanceof AppError &&
      (NOT_TAKEN.includes(error.status ?? 0) || error.key === 'errors:endpointBlocked')
    ) {
      return error;
    }
    throw error;
  }
}

function sameAddress(a: string, b: string): boolean {
  const normal = (text: string) => (URL.canParse(text) ? new URL(text).href.replace(/\/$/, '') : text);
  return normal(a) === normal(b);
}
