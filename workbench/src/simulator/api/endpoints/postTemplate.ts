import { metaError } from '../../errors/metaError';
import { createTemplate } from '../../templates/lifecycle/createTemplate';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `POST /message_templates` → `{id, status, category}` */
export const postTemplate: Endpoint = (simulator, { number, body }) => {
  const template = createTemplate(simulator, number, body);
  if ('code' in template) return metaError(template);
  return ok({ id: template.externalId, status: template.status, category: template.category });
};
