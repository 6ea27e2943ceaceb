import { ControlError } from '../ControlError';
import type { ControlRoute } from '../ControlRoute';

/** How the simulator behaves where documents disagree: see switchesSchema. */
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
