import type { JsonObject } from '../json/JsonObject';
import type { TemplateRecord } from '../store/TemplateRecord';
import type { Switches } from '../switches/Switches';

const NAMESPACE = 'ed41a221_133a_4558_a1d6_192960e3aee9';
const USER = { user_id: 'system', user_name: 'system' };

/** A template as `/v1/configs/templates` writes it. */
export function legacyTemplate(
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
