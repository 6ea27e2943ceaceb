import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf, wordOf } from '../../json';
import type { Simulator } from '../../Simulator';
import type { TemplateRecord } from '../../store/templates';
import { checkDefinition } from '../create/checkDefinition';

const EDITABLE = new Set(['APPROVED', 'REJECTED', 'PAUSED']);

/** Changes components or category of a template; it is reviewed anew. */
export function editTemplate(
  { store, jobs, clock, switches, bus }: Simulator,
  template: TemplateRecord,
  body: JsonObject,
): MetaRefusal | undefined {
  if (!EDITABLE.has(template.status)) {
    return { code: 100, message: 'Only approved, rejected or paused templates can be edited.' };
  }
  const components = Array.isArray(body.components) ? listOf(body.components) : template.components;
  const category = body.category === undefined ? template.category : wordOf(body.category);
  const refusal = checkDefinition({ ...template, components, category });
  if (refusal) return refusal;
  const now = clock.now();
  store.templates.save({ ...template, components, category, status: 'PENDING', modifiedAt: now });
  jobs.add('template-review', now + switches.current().templateReviewMs, { id: template.id });
  bus.emit('state', {});
  return undefined;
}
