import * as v from 'valibot';
import type { FaultKind, FaultParam } from '../../faults/FaultKind';
import { faultKinds } from '../../faults/faultKinds';
import type { FaultValue } from '../../store/faults';
import type { ControlRoute } from '../ControlRoute';
import { ControlError, findNumber, parseBody } from '../ControlRoute';

const request = v.object({
  kind: v.string(),
  params: v.optional(v.record(v.string(), v.unknown()), {}),
  /** How often it applies; absent or null means until it is removed. */
  times: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  number: v.optional(v.string()),
});

/** Faults: the kinds with their forms and the active ones; switching one on; taking one or all away. */
export const faults: ControlRoute[] = [
  {
    method: 'get',
    path: '/faults',
    handle: ({ simulator }) => ({
      kinds: Object.values(faultKinds).map(shownFaultKind),
      active: simulator.faults.all(),
    }),
  },
  {
    method: 'post',
    path: '/faults',
    handle: ({ simulator, body }) => {
      const { kind: id, params, times = null, number } = parseBody(request, body);
      const kind = faultKinds[id];
      if (!kind) throw new ControlError(400, `kind: there is no fault ${id}`);
      const read = readFaultValues(kind.params, params);
      if ('problem' in read) throw new ControlError(400, read.problem);
      return simulator.faults.add({
        kind: id,
        params: read.values,
        remaining: times,
        phoneNumber: number === undefined ? undefined : findNumber(simulator, number).phoneNumber,
      });
    },
  },
  {
    method: 'delete',
    path: '/faults',
    handle: ({ simulator }) => {
      simulator.faults.clear();
      return { success: true };
    },
  },
  {
    method: 'delete',
    path: '/faults/:id',
    handle: ({ simulator, params }) => {
      if (!simulator.faults.remove(params.id ?? '')) throw new ControlError(404, 'there is no such fault');
      return { success: true };
    },
  },
];

/** A kind of fault as a page needs it to draw its form. */
function shownFaultKind({ id, title, description, params }: FaultKind): Record<string, unknown> {
  return {
    id,
    title,
    description,
    params: Object.entries(params).map(([name, param]) => ({ name, ...param })),
  };
}

type Read = { values: Record<string, FaultValue> } | { problem: string };

const checks: Record<FaultParam['type'], (value: unknown, param: FaultParam) => boolean> = {
  number: (value, param) =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    param.type === 'number' &&
    value >= (param.minimum ?? -Infinity) &&
    value <= (param.maximum ?? Infinity),
  text: (value) => typeof value === 'string',
  choice: (value, param) => param.type === 'choice' && typeof value === 'string' && param.options.includes(value),
  switch: (value) => typeof value === 'boolean',
};

const isFaultValue = (value: unknown): value is FaultValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Reads the values of a fault's form; what is missing gets its default. */
function readFaultValues(params: Record<string, FaultParam>, given: Record<string, unknown>): Read {
  const unknown = Object.keys(given).find((name) => !(name in params));
  if (unknown !== undefined) return { problem: `params.${unknown}: there is no such field` };
  const values: Record<string, FaultValue> = {};
  for (const [name, param] of Object.entries(params)) {
    const value = given[name] ?? param.default;
    if (!isFaultValue(value) || !checks[param.type](value, param)) {
      return { problem: `params.${name}: ${JSON.stringify(value)} is not possible here` };
    }
    values[name] = value;
  }
  return { values };
}
