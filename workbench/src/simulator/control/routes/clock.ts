import * as v from 'valibot';
import type { ControlRoute } from '../ControlRoute';
import { parseBody } from '../parseBody';

const request = v.object({
  advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(400 * 24 * 3_600_000)),
});

/** Time travel: `{advanceMs}`; answers when what was due on the way has happened. */
export const clock: ControlRoute = {
  method: 'post',
  path: '/clock',
  handle: async ({ simulator, body }) => {
    await simulator.jobs.advance(parseBody(request, body).advanceMs);
    simulator.bus.emit('state', {});
    return { now: simulator.clock.now() };
  },
};
