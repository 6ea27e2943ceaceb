import * as v from 'valibot';
import { faultKinds } from '../../faults/faultKinds';
import { readFaultValues } from '../../faults/readFaultValues';
import { ControlError } from '../ControlError';
import type { ControlRoute } from '../ControlRoute';
import { findNumber } from '../findNumber';
import { parseBody } from '../parseBody';
import { shownFaultKind } from '../shownFaultKind';

const request = v.object({
  kind: v.string(),
  params: v.optional(v.record(v.string(), v.unknown()), {}),
  /** How often it strikes; absent or null: until removed. */
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
