import type { ControlRoute } from '../ControlRoute';
import { ControlError } from '../ControlRoute';

const SHOWN = 1000;

/** The logs of requests to the API and of webhook deliveries (bodies only singly: they can be large). */
export const logs: ControlRoute[] = [
  { method: 'get', path: '/requests', handle: ({ simulator, query }) => simulator.store.requests.last(limitOf(query)) },
  {
    method: 'delete',
    path: '/requests',
    handle: ({ simulator }) => {
      simulator.store.requests.clear();
      return { success: true };
    },
  },
  {
    method: 'get',
    path: '/deliveries',
    handle: ({ simulator, query }) =>
      simulator.store.deliveries.last(limitOf(query)).map(({ body: _body, ...delivery }) => delivery),
  },
  {
    method: 'delete',
    path: '/deliveries',
    handle: ({ simulator }) => {
      simulator.store.deliveries.clearFinished();
      return { success: true };
    },
  },
  {
    method: 'get',
    path: '/deliveries/:id',
    handle: ({ simulator, params }) => {
      const delivery = simulator.store.deliveries.byId(Number(params.id));
      if (!delivery) throw new ControlError(404, 'there is no such delivery');
      return delivery;
    },
  },
];

function limitOf({ limit }: Record<string, string>): number {
  return Math.min(Number(limit) || SHOWN, SHOWN);
}
