import { deleteTemplate } from '../../templates/lifecycle/deleteTemplate';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';
import { legacyGone } from './legacyGone';

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
