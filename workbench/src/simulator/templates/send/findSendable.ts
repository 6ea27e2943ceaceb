import type { MetaRefusal } from '../../errors/metaError';
import type { SendContext } from '../../messages/SendContext';
import type { TemplateRecord, TemplateStatus } from '../../store/templates';

const CODE_BY_STATUS: Partial<Record<TemplateStatus, number>> = { PAUSED: 132015, DISABLED: 132016 };

/**
 * The approved template of that name and language, or why it cannot be sent. Neither when templates that are not stored
 * here are accepted (a switch).
 */
export function findSendable(
  { simulator }: SendContext,
  name: string,
  language: string,
): { template?: TemplateRecord } | { refusal: MetaRefusal } {
  const template = simulator.store.templates.byName(name).find((record) => record.language === language);
  if (template?.status === 'APPROVED') return { template };
  if (!template && simulator.switches.current().unknownTemplates === 'accept') return {};
  const code = template && CODE_BY_STATUS[template.status];
  if (code !== undefined) return { refusal: { code } };
  return { refusal: { code: 132001, details: `template name (${name}) does not exist in ${language}` } };
}
