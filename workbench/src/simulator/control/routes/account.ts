import * as v from 'valibot';
import { accountEvents as kinds } from '../../account/accountEvents';
import { addTemplate } from '../../demo/fillDemoData';
import { templateActions } from '../../templates/lifecycle/templateActions';
import { queueAccountEvent, queueWebhook } from '../../webhooks/queueWebhook';
import type { ControlRoute } from '../ControlRoute';
import { ControlError, findNumber, parseBody } from '../ControlRoute';

const request = v.object({
  number: v.string(),
  field: v.string(),
  /** Replaces or adds members of the value. */
  value: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** Account and number events of Meta: `{number, field, value?}`; a field without an example needs its `value`. */
export const accountEvents: ControlRoute[] = [
  {
    method: 'get',
    path: '/account-events',
    handle: ({ simulator }) => {
      const [number] = simulator.store.numbers.all();
      const example = (field: string) => number && kinds[field]?.build(number, simulator.clock.seconds());
      return Object.keys(kinds).map((field) => ({ field, example: example(field) }));
    },
  },
  {
    method: 'post',
    path: '/account-events',
    handle: ({ simulator, body }) => {
      const given = parseBody(request, body);
      const number = findNumber(simulator, given.number);
      const kind = kinds[given.field];
      const value = { ...kind?.build(number, simulator.clock.seconds()), ...given.value };
      if (kind?.ofNumber) queueWebhook(simulator, number.phoneNumber, { field: given.field, item: value });
      else queueAccountEvent(simulator, number.wabaId, given.field, value);
      return { field: given.field, value };
    },
  },
];

const added = v.object({
  templates: v.array(
    v.object({
      name: v.string(),
      language: v.string(),
      category: v.string(),
      parameterFormat: v.optional(v.picklist(['POSITIONAL', 'NAMED'])),
      components: v.array(v.record(v.string(), v.unknown())),
    }),
  ),
});

/**
 * The template store; templates that were made and approved elsewhere; and what can happen to a template by itself:
 * `{event}` is one of the keys of templateActions.
 */
export const templates: ControlRoute[] = [
  {
    method: 'get',
    path: '/templates',
    handle: ({ simulator, query: { search = '', limit } }) =>
      simulator.store.templates
        .all()
        .filter(({ name }) => name.includes(search.trim().toLowerCase().replaceAll(' ', '_')))
        .slice(0, limit === undefined ? undefined : Number(limit)),
  },
  {
    method: 'post',
    path: '/templates',
    handle: ({ simulator, body }) => {
      const { templates: all } = parseBody(added, body);
      simulator.store.transaction(() => all.forEach((template) => addTemplate(simulator, template)));
      return { added: all.length };
    },
  },
  {
    method: 'post',
    path: '/templates/:id/events',
    handle: ({ simulator, params, body }) => {
      const { event, ...details } = parseBody(v.looseObject({ event: v.string() }), body);
      const template = simulator.store.templates.byId(params.id ?? '');
      if (!template) throw new ControlError(404, 'there is no such template');
      const act = templateActions[event];
      if (!act) throw new ControlError(400, `event: one of ${Object.keys(templateActions).join(', ')}`);
      act(simulator, template, details);
      return simulator.store.templates.byId(template.id) ?? { deleted: true };
    },
  },
];
