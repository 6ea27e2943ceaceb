import { metaError } from '../../errors/metaError';
import { objectMissing } from '../../errors/objectMissing';
import { graphTemplate } from '../../templates/graphTemplate';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `GET /message_templates/{id}` */
export const getTemplate: Endpoint = ({ store }, { params: { id = '' }, query }) => {
  const template = store.templates.byId(id);
  return template ? ok(graphTemplate(template, query.fields)) : metaError(objectMissing('get', id));
};
