import { metaError, objectMissing } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { pick } from '../../json';
import { missing, wrongParam } from '../../messages/checks';
import type { TemplateRecord, TemplateStatus } from '../../store/templates';
import { definitionRefusal } from '../../templates/checkDefinition';
import { changeTemplate, deleteTemplate } from '../../templates/lifecycle/changeTemplate';
import { createTemplate, editTemplate } from '../../templates/lifecycle/createTemplate';
import { ok } from '../Answer';
import type { Endpoint } from '../Endpoint';

const PAGE = 25;
const MAX = 1000;

const cursorOf = (position: number): string => Buffer.from(String(position)).toString('base64url');
const positionOf = (cursor: string): number => Number(Buffer.from(cursor, 'base64url').toString()) || 0;

/** `GET /message_templates?fields&limit&after&before&status&name&language&category` with cursors as Graph has them. */
export const listTemplates: Endpoint = ({ store }, { number, query, origin }) => {
  const matching = store.templates
    .all()
    .filter((template) => template.wabaId === number.wabaId && fits(template, query));
  const limit = Math.min(Math.max(Number(query.limit ?? PAGE) || PAGE, 1), MAX);
  const start = query.before
    ? Math.max(positionOf(query.before) - limit, 0)
    : query.after
      ? positionOf(query.after) + 1
      : 0;
  const page = matching.slice(start, start + limit);
  if (page.length === 0) return ok({ data: [] });
  const last = start + page.length - 1;
  const next = new URLSearchParams({ ...query, after: cursorOf(last) });
  next.delete('before');
  return ok({
    data: page.map((template) => graphTemplate(template, query.fields)),
    paging: {
      cursors: { before: cursorOf(start), after: cursorOf(last) },
      ...(last < matching.length - 1 && { next: `${origin}/message_templates?${next.toString()}` }),
    },
  });
};

function fits(template: TemplateRecord, query: Record<string, string>): boolean {
  return (
    (query.name === undefined || template.name.includes(query.name)) &&
    (query.language === undefined || template.language === query.language) &&
    (query.status === undefined || template.status === query.status.toUpperCase()) &&
    (query.category === undefined || template.category === query.category.toUpperCase())
  );
}

/** `GET /message_templates/{id}` */
export const getTemplate: Endpoint = ({ store }, { params: { id = '' }, query }) => {
  const template = store.templates.byId(id);
  return template ? ok(graphTemplate(template, query.fields)) : metaError(objectMissing('get', id));
};

/** `POST /message_templates` → `{id, status, category}` */
export const postTemplate: Endpoint = (simulator, { number, body }) => {
  const template = createTemplate(simulator, number, body);
  if ('code' in template) return metaError(template);
  return ok({ id: template.externalId, status: template.status, category: template.category });
};

/** `POST /message_templates/{id}`: edits it; it is reviewed anew. */
export const patchTemplate: Endpoint = (simulator, { params: { id = '' }, body }) => {
  const template = simulator.store.templates.byId(id);
  if (!template) return metaError(objectMissing('post', id));
  const refusal = editTemplate(simulator, template, body);
  return refusal ? metaError(refusal) : ok({ success: true });
};

/** `DELETE /message_templates?name=` (all languages), `?hsm_id=` or `?hsm_ids=[…]` */
export const deleteTemplates: Endpoint = (simulator, { query }) => {
  const { name, hsm_id: id, hsm_ids: ids } = query;
  const wanted = ids ? ids.replace(/[[\]"\s]/g, '').split(',') : id ? [id] : [];
  const templates =
    wanted.length > 0
      ? wanted.flatMap((one) => simulator.store.templates.byId(one) ?? [])
      : simulator.store.templates.byName(name ?? '');
  if (templates.length === 0) {
    return metaError(
      definitionRefusal(2593002, 'Message Template Not Found', 'Message template does not exist or was deleted.'),
    );
  }
  for (const template of templates) deleteTemplate(simulator, template);
  return ok({ success: true });
};

/** `POST /message_templates/archive` and `/unarchive` with `{hsm_ids: [at most 100]}` */
export function archiveTemplates(status: TemplateStatus, key: string): Endpoint {
  return (simulator, { body }) => {
    const { hsm_ids: ids } = body;
    if (!Array.isArray(ids)) return metaError(missing('hsm_ids'));
    if (ids.length > 100) return metaError(wrongParam('hsm_ids', 'must have at most 100 items.'));
    const done: string[] = [];
    const failed: Record<string, unknown> = {};
    for (const id of ids.map(String)) {
      const template = simulator.store.templates.byId(id);
      if (template) {
        changeTemplate(
          simulator,
          template,
          { status },
          { event: key === 'archived_templates' ? status : 'UNARCHIVED' },
        );
        done.push(id);
      } else {
        failed[id] = { error: 'Message template does not exist' };
      }
    }
    return ok({ [key]: done, failed_templates: Object.keys(failed).length > 0 ? failed : [] });
  };
}

/** A template as `/message_templates` writes it, reduced to `fields` when they are named; `id` always comes. */
function graphTemplate(template: TemplateRecord, fields: string | undefined): JsonObject {
  const all: JsonObject = {
    name: template.name,
    parameter_format: template.parameterFormat,
    components: template.components,
    language: template.language,
    status: template.status,
    category: template.category,
    ...(template.subCategory !== undefined && { sub_category: template.subCategory }),
    quality_score: { score: template.quality, date: Math.floor(template.modifiedAt / 1000) },
    rejected_reason: template.rejectedReason,
    id: template.externalId,
  };
  if (fields === undefined) {
    const { quality_score: _quality, rejected_reason: _reason, ...usual } = all;
    return usual;
  }
  const names = fields.split(',').map((name) => name.trim());
  return { ...pick(all, names), id: template.externalId };
}
