import * as v from 'valibot';
import { ControlError } from '../ControlError';
import type { ControlRoute } from '../ControlRoute';
import { parseBody } from '../parseBody';

const request = v.object({
  wamid: v.string(),
  status: v.picklist(['sent', 'delivered', 'read', 'played', 'failed']),
  code: v.optional(v.number()),
  details: v.optional(v.string()),
});

/** Sends a status for a message by hand: `{wamid, status, code?, details?}` */
export const statuses: ControlRoute = {
  method: 'post',
  path: '/statuses',
  handle: ({ simulator, body }) => {
    const { wamid, status, code = 131000, details } = parseBody(request, body);
    if (!simulator.store.messages.byWamid(wamid)) throw new ControlError(404, 'wamid: there is no such message');
    simulator.jobs.add('status', simulator.clock.now(), {
      wamid,
      status,
      refusal: status === 'failed' ? { code, details } : undefined,
    });
    return { wamid, status };
  },
};
