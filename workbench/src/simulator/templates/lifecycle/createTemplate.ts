import { randomBytes } from 'node:crypto';
import { randomDigits } from '../../customers/createIds';
import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { listOf, wordOf } from '../../json';
import type { Simulator } from '../../Simulator';
import type { NumberRecord } from '../../store/numbers';
import type { TemplateRecord } from '../../store/templates';
import { checkDefinition, definitionRefusal } from '../checkDefinition';

const MOST_NAMES = 250;

/** Creates a template, pending until its review ends, or says why not. */
export function createTemplate(
  simulator: Simulator,
  { wabaId }: NumberRecord,
  body: JsonObject,
): TemplateRecord | MetaRefusal {
  const { store, clock, jobs, switches, bus } = simulator;
  const refusal = checkDefinition(body) ?? placeRefusal(simulator, wabaId, body);
  if (refusal) return refusal;
  const template: TemplateRecord = {
    id: randomBytes(17).toString('base64url').slice(0, 22),
    externalId: randomDigits(15),
    wabaId,
    name: String(body.name),
    language: String(body.language),
    category: String(body.category).toUpperCase(),
    status: 'PENDING',
    parameterFormat: String(body.parameter_format).toUpperCase() === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    components: listOf(body.components),
    rejectedReason: 'NONE',
    quality: 'UNKNOWN',
    pauses: 0,
    createdAt: clock.now(),
    modifiedAt: clock.now(),
  };
  store.templates.save(template);
  jobs.add('template-review', clock.now() + switches.current().templateReviewMs, { id: template.id });
  bus.emit('state', {});
  return template;
}

function placeRefusal({ store, switches, limits, clock }: Simulator, wabaId: string, body: JsonObject) {
  const { limits: limiting, templatesPerHour } = switches.current();
  if (limiting === 'on' && !limits.templates.take(wabaId, templatesPerHour, clock.now())) return { code: 80008 };
  const sameName = store.templates.byName(String(body.name));
  if (sameName.some(({ language }) => language === body.language)) {
    return definitionRefusal(
      2388024,
      'Content in This Language Already Exists',
      `There is already ${String(body.language)} content for this template. You can create a new template and try again.`,
    );
  }
  const names = new Set(store.templates.all().map(({ name }) => name));
  if (sameName.length > 0 || names.size < MOST_NAMES) return undefined;
  return definitionRefusal(
    2388019,
    'Message Template Limit Exceeded',
    'This account has reached its message template limit.',
  );
}

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
