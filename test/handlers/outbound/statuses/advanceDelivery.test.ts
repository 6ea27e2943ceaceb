import fc from 'fast-check';
import { ACCEPTED, advanceDelivery, messageLock } from '../../../../src/handlers/outbound/statuses/advanceDelivery';
import { permutations } from '../../../support/permutations';

const statuses = ['sent', 'delivered', 'read', 'played', 'failed'];
/** A failure is worse than anything, but is not undone by mere acceptance. */
const ranks = ['accepted', 'sent', 'failed', 'delivered', 'read', 'played'];

/** How a message stands after each status, and how often a failure is told. */
function run(order: readonly string[], from?: string) {
  let told = 0;
  let state = from;
  const states = order.map((status) => {
    const advance = advanceDelivery(state, status);
    told += Number(advance.failedNow);
    state = advance.state;
    return state;
  });
  return { states, told };
}

describe('the delivery of a message', () => {
  test('never moves backwards and tells of a failure at most once, in every order of all statuses', () => {
    for (const order of permutations(statuses)) {
      const { states, told } = run(order);
      const steps = states.map((state) => ranks.indexOf(state));
      expect([order, steps]).toEqual([order, [...steps].sort()]);
      expect(states.at(-1)).toBe('played');
      expect(told).toBeLessThanOrEqual(1);
    }
  });

  test('is not moved by what comes twice, or is not about the way', () => {
    const order = fc.array(fc.constantFrom(...statuses, 'deleted', 'warning', '', 'SENT', 'constructor'));
    fc.assert(
      fc.property(order, (given) => {
        const twice = given.flatMap((status) => [status, status]);
        expect(run(twice).states.at(-1)).toBe(run(given).states.at(-1));
        const known = given.filter((status) => statuses.includes(status));
        expect(run(known).states.at(-1) ?? ACCEPTED).toBe(run(given).states.at(-1) ?? ACCEPTED);
      }),
    );
  });

  test.each([
    [undefined, 'sent', 'sent'],
    ['a state of tomorrow', 'delivered', 'delivered'],
    ['accepted', 'read', 'read'],
    ['failed', 'delivered', 'delivered'],
    ['failed', 'sent', 'failed'],
    ['delivered', 'failed', 'delivered'],
    ['read', 'delivered', 'read'],
    ['played', 'failed', 'played'],
  ])('from %s by %s is %s', (from, status, to) => {
    expect(advanceDelivery(from, status).state).toBe(to);
  });

  test('tells of a failure where nothing better is known', () => {
    for (const from of [undefined, 'accepted', 'sent']) {
      expect(advanceDelivery(from, 'failed')).toEqual({ state: 'failed', failedNow: true });
    }
    for (const from of ['failed', 'delivered', 'read', 'played']) {
      expect(advanceDelivery(from, 'failed')).toEqual({ state: from, failedNow: false });
    }
  });
});

test('every message has a lock of its own', () => {
  expect(messageLock('a')).toBe(messageLock('a'));
  expect(messageLock('a')).not.toBe(messageLock('b'));
});
