import { delivery } from '../../src/machines/delivery';
import type { DeliveryEvent } from '../../src/machines/delivery';
import { describePaths } from '../support/describePaths';
import { permutations } from '../support/permutations';
import { play } from '../support/play';

type Status = DeliveryEvent['type'];

const statuses: Status[] = ['SENT', 'DELIVERED', 'READ', 'PLAYED', 'FAILED'];
/** How good the news is; a failure is worse than anything but not undone by mere acceptance. */
const rank: Record<string, number> = { accepted: 0, sent: 1, failed: 2, delivered: 3, read: 4, played: 5 };

/** The state after each of the statuses in turn. */
function states(order: readonly Status[]): string[] {
  return order.map((_, index) => {
    const events = order.slice(0, index + 1).map((type) => ({ type }));
    return play(delivery, events).at;
  });
}

const best = (given: readonly Status[]): string => {
  const [top] = given.map((type) => type.toLowerCase()).sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0));
  return top ?? 'accepted';
};

describe('the delivery of a message', () => {
  describePaths({ machine: delivery, events: statuses.map((type) => ({ type })) });

  const orders = permutations([...statuses, ...statuses].slice(0, 6));

  test('never moves backwards, in whatever order and however often statuses come', () => {
    for (const order of orders) {
      const ranks = states(order).map((state) => rank[state]);
      expect([order, ranks]).toEqual([order, [...ranks].sort()]);
    }
  });

  test('ends at the best news, in whatever order it came', () => {
    const chosen = statuses.map((_, index) => statuses.filter((_status, other) => other !== index));
    for (const given of chosen) {
      for (const order of permutations(given)) expect([order, states(order).at(-1)]).toEqual([order, best(given)]);
    }
  });

  test('tells of a failure once, and never of one after a delivery', () => {
    for (const order of orders) {
      const { effects } = play(
        delivery,
        order.map((type) => ({ type })),
      );
      const good = Math.min(...(['DELIVERED', 'READ', 'PLAYED'] as const).map((type) => order.indexOf(type)));
      const told = order.indexOf('FAILED') < good ? ['reportFailure'] : [];
      expect([order, effects]).toEqual([order, told]);
    }
  });
});
