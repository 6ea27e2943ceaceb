import { providerError } from '../../errors/providerError';
import { isObject } from '../../json/isObject';
import type { JsonObject } from '../../json/JsonObject';
import { textOf } from '../../json/textOf';
import type { TemplateRecord } from '../../store/TemplateRecord';
import { legacyTemplate } from '../../templates/legacyTemplate';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';
import { legacyGone } from './legacyGone';

const MAX = 1000;
const PAGE = 50;

/** `GET /v1/configs/templates?limit&offset&sort&filters` */
export const listLegacyTemplates: Endpoint = ({ store, switches }, { number, query }) => {
  if (switches.current().legacyTemplates === 'gone') return legacyGone;
  const filters = readFilters(query.filters);
  if (!filters) return providerError(400, 'filters is not valid JSON');
  const limit = Math.min(Math.max(Number(query.limit ?? PAGE) || PAGE, 1), MAX);
  const offset = Math.max(Number(query.offset ?? 0) || 0, 0);
  const own = store.templates.all().filter(({ wabaId }) => wabaId === number.wabaId);
  const matching = own.filter((template) =>
    Object.entries(filters).every(([key, value]) => matches(template, key, value)),
  );
  const sorted = query.sort === 'id' ? matching.toSorted((a, b) => a.id.localeCompare(b.id)) : matching;
  const page = sorted.slice(offset, offset + limit);
  return ok({
    count: page.length,
    filters,
    limit,
    offset,
    sort: [query.sort ?? 'id'],
    total: matching.length,
    waba_templates: page.map((template) => legacyTemplate(template, switches.current())),
  });
};

function readFilters(text: string | undefined): JsonObject | undefined {
  if (!text) return {};
  try {
    const filters: unknown = JSON.parse(text);
    return isObject(filters) ? filters : undefined;
  } catch {
    return undefined;
  }
}

function matches(template: TemplateRecord, key: string, value: unknown): boolean {
  const wanted = textOf(value)?.toLowerCase();
  const fields: Record<string, string> = {
    id: template.id,
    'business_templates.name': template.name,
    'business_templates.language': template.language,
    'business_templates.status': template.status,
    'business_templates.category': template.category,
  };
  return (fields[key] ?? fields[`business_templates.${key}`])?.toLowerCase() === wanted;
}
