import { metaError } from '../../errors/metaError';
import { objectMissing } from '../../errors/objectMissing';
import { editTemplate } from '../../templates/lifecycle/editTemplate';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `POST /message_templates/{id}`: edits it; it is reviewed anew. */
export const patchTemplate: Endpoint = (simulator, { params: { id = '' }, body }) => {
  const template = simulator.store.templates.byId(id);
  if (!template) return metaError(objectMissing('post', id));
  const refusal = editTemplate(simulator, template, body);
  return refusal ? metaError(refusal) : ok({ success: true });
};
