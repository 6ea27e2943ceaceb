import * as v from 'valibot';
import type { ControlRoute } from '../ControlRoute';
import { parseBody } from '../parseBody';

const request = v.object({
  advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(400 * 24 * 3_600_000)),
});

/** Time travel of everything that shares the clock: `{advanceMs}`; answers when what was due on the way has happened. */
export const clock: ControlRoute = {
  method: 'post',
  path: '/clock',
  handle: async ({ simulator, body }) => {
    await simulator.clock.advance(parseBody(request, body).advanceMs);
    return { now: simulator.clock.now() };
  },
};
