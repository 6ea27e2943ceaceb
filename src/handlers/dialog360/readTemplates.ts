import * as v from 'valibot';
import { AppError } from '../core/errors/AppError';
import { callDialog360, readSuccess } from './callDialog360';
import type { Connection } from './Connection';
import { timeouts } from './Connection';
import type { TemplateList } from './parseTemplates';
import { parseTemplates } from './parseTemplates';

/**
 * The errors of an API that does not offer this group of calls, or no longer does. 360dialog's gateway calls them
 * blocked.
 */
const GONE = [404, 405, 410, 501];

/**
 * All templates of the number's account. It uses the older of 360dialog's two APIs if that still answers, else the
 * newer one.
 * @throws AppError as every call
 */
export async function readTemplates(connection: Connection): Promise<TemplateList> {
  try {
    return await readLegacyTemplates(connection);
  } catch (error) {
    if (error instanceof AppError && (GONE.includes(error.status ?? 0) || error.key === 'errors:endpointBlocked')) {
      return readGraphTemplates(connection);
    }
    throw error;
  }
}

const LEGACY_PAGE = 1000;
/** Far more than an account can have, so that a server without a last page does not keep the app busy for ever. */
const MOST_LEGACY_PAGES = 100;

const count = v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), undefined);
const legacyPageSchema = v.object({ waba_templates: v.array(v.unknown()), total: count });

/**
 * All templates from the older API, which pages by offset: `total` is the number of all templates. Source:
 * https://docs.360dialog.com/docs/messaging/template-messaging/retrieve-templates
 * @throws AppError as every call
 */
export async function readLegacyTemplates(connection: Connection): Promise<TemplateList> {
  const records: unknown[] = [];
  for (let page = 0; page < MOST_LEGACY_PAGES; page++) {
    const response = await callDialog360(connection, {
      method: 'get',
      path: '/v1/configs/templates',
      query: { limit: LEGACY_PAGE, offset: records.length },
      timeout: timeouts.templates,
    });
    const { waba_templates: rows, total } = readSuccess(connection, legacyPageSchema, response);
    records.push(...rows);
    const last = total === undefined ? rows.length < LEGACY_PAGE : records.length >= total;
    if (last || rows.length === 0) {
      break;
    }
  }
  return parseTemplates(records);
}

const GRAPH_PAGE = 200;
const MOST_GRAPH_PAGES = 500;

const graphPageSchema = v.object({
  data: v.array(v.unknown()),
  paging: v.fallback(
    v.optional(
      v.nullish(
        v.object({ next: v.optional(v.string()), cursors: v.optional(v.object({ after: v.optional(v.string()) })) }),
      ),
    ),
    undefined,
  ),
});

/**
 * All templates from the newer API, which pages by cursors. Only the cursor of `next` is used, never its address, so
 * that the key goes only to the address that the admin set. Source:
 * https://docs.360dialog.com/docs/messaging-api/api-reference/templates
 * @throws AppError as every call
 */
export async function readGraphTemplates(connection: Connection): Promise<TemplateList> {
  const records: unknown[] = [];
  const seen = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < MOST_GRAPH_PAGES; page++) {
    const response = await callDialog360(connection, {
      method: 'get',
      path: '/message_templates',
      query: { limit: GRAPH_PAGE, ...(after === undefined ? {} : { after }) },
      timeout: timeouts.templates,
    });
    const { data, paging } = readSuccess(connection, graphPageSchema, response);
    records.push(...data);
    after = paging?.next === undefined ? undefined : (paging.cursors?.after ?? cursorOf(paging.next));
    // A repeated cursor would loop for ever.
    if (after === undefined || seen.has(after)) {
      break;
    }
    seen.add(after);
  }
  return parseTemplates(records);
}

function cursorOf(next: string): string | undefined {
  return URL.canParse(next) ? (new URL(next).searchParams.get('after') ?? undefined) : undefined;
}
