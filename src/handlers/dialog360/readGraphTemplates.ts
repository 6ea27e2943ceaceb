import * as v from 'valibot';
import { callDialog360 } from './callDialog360';
import type { Connection } from './Connection';
import { parseTemplates } from './parseTemplates';
import { readSuccess } from './readSuccess';
import type { TemplateList } from './TemplateList';
import { timeouts } from './timeouts';

const PAGE = 200;
const MOST_PAGES = 500;

const pageSchema = v.object({
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
 * All templates by the newer API, which pages by cursors. Only the cursor of `next` is used, never its address: the key
 * stays with the address that the admin set.
 * Source: https://docs.360dialog.com/docs/messaging-api/api-reference/templates
 * @throws AppError as every call
 */
export async function readGraphTemplates(connection: Connection): Promise<TemplateList> {
  const records: unknown[] = [];
  const seen = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const response = await callDialog360(connection, {
      method: 'get',
      path: '/message_templates',
      query: { limit: PAGE, ...(after === undefined ? {} : { after }) },
      timeout: timeouts.templates,
    });
    const { data, paging } = readSuccess(connection, pageSchema, response);
    records.push(...data);
    after = paging?.next === undefined ? undefined : (paging.cursors?.after ?? cursorOf(paging.next));
    // A cursor that comes again would go round for ever.
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
