import * as v from 'valibot';
import { callDialog360 } from './callDialog360';
import type { Connection } from './Connection';
import { parseTemplates } from './parseTemplates';
import { readSuccess } from './readSuccess';
import type { TemplateList } from './TemplateList';
import { timeouts } from './timeouts';

const PAGE = 1000;
/** Far more than an account can have: a server that never comes to an end is left. */
const MOST_PAGES = 100;

const count = v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), undefined);
const pageSchema = v.object({ waba_templates: v.array(v.unknown()), total: count });

/**
 * All templates by the older API, which counts: `total` are all, the rows of an answer are a page.
 * Source: https://docs.360dialog.com/docs/messaging/template-messaging/retrieve-templates
 * @throws AppError as every call
 */
export async function readLegacyTemplates(connection: Connection): Promise<TemplateList> {
  const records: unknown[] = [];
  for (let page = 0; page < MOST_PAGES; page++) {
    const response = await callDialog360(connection, {
      method: 'get',
      path: '/v1/configs/templates',
      query: { limit: PAGE, offset: records.length },
      timeout: timeouts.templates,
    });
    const { waba_templates: rows, total } = readSuccess(connection, pageSchema, response);
    records.push(...rows);
    const last = total === undefined ? rows.length < PAGE : records.length >= total;
    if (last || rows.length === 0) {
      break;
    }
  }
  return parseTemplates(records);
}
