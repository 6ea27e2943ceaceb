import type { JsonObject } from '../json/JsonObject';
import { pick } from '../json/pick';
import type { TemplateRecord } from '../store/TemplateRecord';

/** A template as `/message_templates` writes it, reduced to `fields` when they are named; `id` always comes. */
export function graphTemplate(template: TemplateRecord, fields: string | undefined): JsonObject {
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
