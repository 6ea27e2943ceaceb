import * as v from 'valibot';
import { templateActions } from '../../templates/lifecycle/templateActions';
import { ControlError } from '../ControlError';
import type { ControlRoute } from '../ControlRoute';
import { parseBody } from '../parseBody';

/** The template store, and what can happen to a template by itself: `{event}` is one of the keys of templateActions. */
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
