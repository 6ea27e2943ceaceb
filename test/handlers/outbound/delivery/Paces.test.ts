import { createRefusal } from '../../../../src/handlers/core/errors/createRefusal';
import { Paces } from '../../../../src/handlers/outbound/delivery/Paces';

const NOW = 1_800_000_000_000;
const SECOND = 1_000;

/** When messages leave that are all there at `NOW`, each as soon as it may: milliseconds after it. */
function leave(paces: Paces, count: number, customerOf: (index: number) => string): number[] {
  let now = NOW;
  return Array.from({ length: count }, (_, index) => {
    const whose = { number: '1', customer: customerOf(index) };
    now += paces.next(whose, -1, now);
    expect(paces.next(whose, 0, now)).toBe(0);
    return now - NOW;
  });
}

describe('how fast messages leave', () => {
  test('never more than 80 of a number within any second', () => {
    const times = leave(new Paces(), 500, (index) => `${index}`);
    const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + SECOND).length));
    expect(most).toBeLessThanOrEqual(80);
    expect(most).toBeGreaterThan(60);
  });

  test('to one customer 44 at once, then one in six seconds', () => {
    const times = leave(new Paces(), 50, () => 'ana');
    expect(times.filter((at) => at < SECOND)).toHaveLength(44);
    const apart = times.slice(44).map((at, index) => at - (times[43 + index] ?? 0));
    expect(apart.slice(1).every((ms) => ms >= 6 * SECOND && ms < 6.2 * SECOND)).toBe(true);
  });

  test('one customer’s limit is not another’s, and no number’s another’s', () => {
    const paces = new Paces();
    leave(paces, 44, () => 'ana');
    expect(paces.next({ number: '1', customer: 'ana' }, 0, NOW + SECOND)).toBeGreaterThan(SECOND);
    expect(paces.next({ number: '1', customer: 'ben' }, 0, NOW + SECOND)).toBe(0);
    expect(paces.next({ number: '2', customer: 'ana' }, 0, NOW + SECOND)).toBe(0);
  });

  test('who may not go takes no place', () => {
    const paces = new Paces();
    leave(paces, 44, () => 'ana');
    const wait = paces.next({ number: '1', customer: 'ana' }, 0, NOW + SECOND);
    expect(paces.next({ number: '1', customer: 'ana' }, 0, NOW + SECOND)).toBe(wait);
  });

  test('half as fast after Meta’s refusal, never slower than five a second, and as fast as before after a while', () => {
    const tooFast = createRefusal({ code: 130429 });
    const perSecond = (paces: Paces, at: number) => {
      let sent = 0;
      for (let now = at; now < at + SECOND; now += 1) {
        sent += paces.next({ number: '1', customer: `${at} ${now}` }, 0, now) === 0 ? 1 : 0;
      }
      return sent;
    };
    const paces = new Paces();
    const before = perSecond(paces, NOW);
    paces.refused('1', tooFast, NOW + 2 * SECOND);
    const after = perSecond(paces, NOW + 2 * SECOND);
    expect(after).toBeLessThan(before * 0.65);
    for (let index = 0; index < 20; index += 1) paces.refused('1', tooFast, NOW + 4 * SECOND);
    expect(perSecond(paces, NOW + 4 * SECOND)).toBeGreaterThanOrEqual(5);
    expect(perSecond(paces, NOW + 120 * SECOND)).toBeGreaterThanOrEqual(before - 1);
  });

  test('a refusal that is about the customer does not slow the number', () => {
    const paces = new Paces();
    paces.refused('1', createRefusal({ code: 131056 }), NOW);
    expect(leave(paces, 10, (index) => `${index}`)).toEqual(Array.from({ length: 10 }, () => 0));
  });
});
