import { metaError } from '../../errors/metaError';
import { missing } from '../../messages/checks/missing';
import { wrongParam } from '../../messages/checks/wrongParam';
import type { TemplateStatus } from '../../store/TemplateRecord';
import { changeTemplate } from '../../templates/lifecycle/changeTemplate';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

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
