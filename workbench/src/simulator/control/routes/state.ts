import type { ControlRoute } from '../ControlRoute';
import { shownNumber } from '../shownNumber';

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
