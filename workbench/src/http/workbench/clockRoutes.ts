import * as v from 'valibot';
import { parse } from '../body/parse';
import type { HttpContext } from '../HttpContext';
import type { Route } from '../Route';

/** The furthest that the clock moves at once: longer than anything that the app or WhatsApp keeps. */
const LONGEST_MS = 400 * 24 * 3_600_000;

const Journey = v.object({ advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_MS)) });

/** The time that everything goes by, and the way to move it forward: see `Clock.advance`. */
export function clockRoutes({ clock }: HttpContext): Route[] {
  const time = () => ({ now: clock.now(), aheadMs: clock.offset });
  return [
    { method: 'get', path: '/api/workbench/clock', access: 'signed-in', handle: time },
    {
      method: 'post',
      path: '/api/workbench/clock',
      access: 'signed-in',
      async handle({ body }) {
        await clock.advance(parse(Journey, body).advanceMs);
        return time();
      },
    },
  ];
}
