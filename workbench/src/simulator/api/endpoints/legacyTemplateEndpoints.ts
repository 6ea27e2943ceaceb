import { metaError, providerError } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { isObject, textOf } from '../../json';
import type { TemplateRecord } from '../../store/templates';
import type { Switches } from '../../switches/Switches';
import { createTemplate } from '../../templates/lifecycle/createTemplate';
import { deleteTemplate } from '../../templates/lifecycle/changeTemplate';
import { ok } from '../Answer';
import type { Endpoint } from '../Endpoint';

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
  const sorted = query.sort === 'id' ? matching.sort((a, b) => a.id.localeCompare(b.id)) : matching;
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

/** `POST /v1/configs/templates` → 201 with the record. */
export const createLegacyTemplate: Endpoint = (simulator, { number, body }) => {
  if (simulator.switches.current().legacyTemplates === 'gone') return legacyGone;
  const template = createTemplate(simulator, number, body);
  if ('code' in template) return metaError(template);
  return { status: 201, json: legacyTemplate(template, simulator.switches.current()) };
};

/** `DELETE /v1/configs/templates/{name}`: all languages; the success comes in a `meta` envelope. */
export const deleteLegacyTemplate: Endpoint = (simulator, { number, params: { name = '' } }) => {
  if (simulator.switches.current().legacyTemplates === 'gone') return legacyGone;
  const templates = simulator.store.templates.byName(name).filter(({ wabaId }) => wabaId === number.wabaId);
  if (templates.length === 0) {
    const meta = { success: false, http_code: 404, developer_message: `template name=${name} was not found` };
    return { status: 404, json: { meta } };
  }
  for (const template of templates) deleteTemplate(simulator, template);
  return ok({ meta: { developer_message: `template name=${name} was deleted`, http_code: 200, success: true } });
};

/** The legacy template endpoints after their announced end. */
const legacyGone = providerError(404, 'Not Found');

const NAMESPACE = 'ed41a221_133a_4558_a1d6_192960e3aee9';
const USER = { user_id: 'system', user_name: 'system' };

/** A template as `/v1/configs/templates` writes it. */
function legacyTemplate(
  template: TemplateRecord,
  { templateStatusCase }: Pick<Switches, 'templateStatusCase'>,
): JsonObject {
  return {
    id: template.id,
    external_id: template.externalId,
    name: template.name,
    namespace: NAMESPACE,
    language: template.language,
    category: template.category,
    status: templateStatusCase === 'lower' ? template.status.toLowerCase() : template.status,
    rejected_reason: template.rejectedReason,
    components: template.components,
    ...(template.quality !== 'UNKNOWN' && { quality_score: { score: template.quality, reasons: null } }),
    ...(template.parameterFormat === 'NAMED' && { parameter_format: 'NAMED' }),
    partner_id: 'simuPA',
    waba_account_id: 'simuWA',
    created_at: new Date(template.createdAt).toISOString(),
    created_by: USER,
    modified_at: new Date(template.modifiedAt).toISOString(),
    modified_by: USER,
  };
}
