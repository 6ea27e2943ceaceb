import * as v from 'valibot';
import type { ControlRoute } from '../ControlRoute';
import { ControlError, parseBody } from '../ControlRoute';
import { shownNumber } from './numbers';

/** `GET /state?reveal=1` */
export const state: ControlRoute = {
  method: 'get',
  path: '/state',
  handle: ({ simulator: { store, clock, faults, switches }, query }) => ({
    now: clock.now(),
    numbers: store.numbers.all().map((number) => shownNumber(number, query.reveal === '1')),
    customers: store.customers.all(),
    faults: faults.all(),
    switches: switches.current(),
  }),
};

/** The simulator's behaviour when documents disagree: see switchesSchema. */
export const switches: ControlRoute[] = [
  { method: 'get', path: '/switches', handle: ({ simulator }) => simulator.switches.current() },
  {
    method: 'post',
    path: '/switches',
    handle: ({ simulator, body }) => {
      const problem = simulator.switches.change(body);
      if (problem !== undefined) throw new ControlError(400, problem);
      simulator.bus.emit('state', {});
      return simulator.switches.current();
    },
  },
];

const request = v.object({
  advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(400 * 24 * 3_600_000)),
});

/** Time travel for everything that shares the clock: `{advanceMs}`. Answers when all work that became due is done. */
export const clock: ControlRoute = {
  method: 'post',
  path: '/clock',
  handle: async ({ simulator, body }) => {
    await simulator.clock.advance(parseBody(request, body).advanceMs);
    return { now: simulator.clock.now() };
  },
};
