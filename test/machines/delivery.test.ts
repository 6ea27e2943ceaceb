import type { DeliveryEvent } from '../../src/machines/delivery';
import { delivery } from '../../src/machines/delivery';
import type { ServiceWindowEvent } from '../../src/machines/serviceWindow';
import { serviceWindow } from '../../src/machines/serviceWindow';
import { describePaths, play } from '../support/machines';
import { permutations } from '../support/permutations';

describe('delivery', () => {
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
});

describe('serviceWindow', () => {
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;
  /** When everything is asked, epoch milliseconds. */
  const now = 1_800_000_000_000;

  const wrote = (ago: number): ServiceWindowEvent => ({ type: 'CUSTOMER_WROTE', at: now - ago, now });
  const cameFromAd = (ago: number): ServiceWindowEvent => ({ type: 'CUSTOMER_CAME_FROM_AD', at: now - ago, now });
  const mayHaveWritten = (ago: number): ServiceWindowEvent => ({
    type: 'CUSTOMER_MAY_HAVE_WRITTEN',
    at: now - ago,
    now,
  });
  const later = (after: number): ServiceWindowEvent => ({ type: 'TIME_PASSED', now: now + after });

  describe('the customer service window', () => {
    describePaths({
      machine: serviceWindow,
      events: [wrote(0), cameFromAd(25 * HOUR), mayHaveWritten(30 * HOUR), later(23.5 * HOUR), later(80 * HOUR)],
      endless: 'a customer may always write again',
    });

    test.each<[string, string, ServiceWindowEvent[]]>([
      ['nothing is known', 'unknown', []],
      ['time passes and nothing is known', 'unknown', [later(48 * HOUR)]],
      ['they wrote just now', 'open', [wrote(0)]],
      ['there are 61 minutes left', 'open', [wrote(24 * HOUR - 61 * MINUTE)]],
      ['there are 60 minutes left', 'closingSoon', [wrote(23 * HOUR)]],
      ['there is a moment left', 'closingSoon', [wrote(24 * HOUR - 1)]],
      ['the day is over', 'closed', [wrote(24 * HOUR)]],
      ['time has passed', 'closed', [wrote(0), later(24 * HOUR)]],
      ['they wrote, and a message of the day before comes late', 'open', [wrote(0), wrote(25 * HOUR)]],
      ['they wrote again after it had closed', 'open', [wrote(30 * HOUR), wrote(1)]],
      ['they reacted after it had closed', 'unknown', [wrote(30 * HOUR), mayHaveWritten(HOUR)]],
      ['they reacted a day ago', 'closed', [mayHaveWritten(25 * HOUR)]],
      ['they reacted long ago and wrote just now', 'open', [mayHaveWritten(25 * HOUR), wrote(0)]],
      ['they came through an ad today', 'open', [cameFromAd(HOUR)]],
      ['they came through an ad 30 hours ago', 'afterAd', [cameFromAd(30 * HOUR)]],
      ['they came through an ad and reacted later', 'afterAd', [cameFromAd(30 * HOUR), mayHaveWritten(HOUR)]],
      ['they came through an ad and wrote a day later', 'afterAd', [cameFromAd(50 * HOUR), wrote(25 * HOUR)]],
      ['they came through an ad and wrote today', 'open', [cameFromAd(30 * HOUR), wrote(23.5 * HOUR)]],
      ['the ad runs out before what they wrote', 'closingSoon', [cameFromAd(71.8 * HOUR), wrote(23.5 * HOUR)]],
      ['they came through an ad 72 hours ago', 'closed', [cameFromAd(72 * HOUR)]],
      ['they came through an ad 23.5 hours ago: it goes on in doubt', 'open', [cameFromAd(23.5 * HOUR)]],
    ])('when %s is %s', (_what, state, events) => {
      expect(play(serviceWindow, events).at).toBe(state);
    });
  });
});
