import { metaError } from '../../errors/metaError';
import { definitionRefusal } from '../../templates/create/definitionRefusal';
import { deleteTemplate } from '../../templates/lifecycle/deleteTemplate';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

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
