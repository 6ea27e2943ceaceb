import { AppError } from '../errors/AppError';
import { callDialog360 } from './callDialog360';
import type { Connection } from './Connection';
import { readWebhook } from './readWebhook';
import { timeouts } from './timeouts';

/** How a call is turned away that the API does not have, or that it does not take in this form. */
const NOT_TAKEN = [400, 404, 405, 422, 501];

/** What became of our webhook: taken away; found gone already; another address stands there, which is left alone. */
type Removal = 'removed' | 'gone' | 'foreign';

const WAYS: readonly { method: 'del' | 'post'; json?: object }[] = [
  { method: 'post', json: { url: '', headers: {} } },
  { method: 'del' },
];

/**
 * Makes 360dialog stop delivering to `url`. Only our own address is taken away: somebody may have pointed the number
 * elsewhere since. 360dialog documents no call for this, so an empty address is tried, then a plain removal; what is set
 * is read again after each: the promise is that our address is not there any more.
 * @throws AppError `errors:webhookStays` when 360dialog keeps it, and as every call
 */
export async function removeWebhook(connection: Connection, url: string): Promise<Removal> {
  const before = await readWebhook(connection);
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
    const after = await readWebhook(connection);
    if (after.url === undefined || !sameAddress(after.url, url)) {
      return 'removed';
    }
  }
  throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:webhookStays', params: { details: details || '–' } });
}

async function remove(connection: Connection, method: 'del' | 'post', json?: object): Promise<void> {
  await callDialog360(connection, { method, path: '/v1/configs/webhook', json, timeout: timeouts.configure });
}

/** A call that the API does not know or does not take; anything else (a wrong key, no connection) is thrown on. */
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
