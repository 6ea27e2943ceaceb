import fc from 'fast-check';
import { AppError } from '../../../src/handlers/core/errors/AppError';
import { createRefusal } from '../../../src/handlers/dialog360/readFailure';
import { LONGEST, nextStep, STATUS_TIME } from '../../../src/handlers/outbound/delivery/nextStep';
import { Paces } from '../../../src/handlers/outbound/delivery/Paces';
import { SendQueue } from '../../../src/handlers/outbound/delivery/SendQueue';
import { addressOf } from '../../../src/handlers/outbound/delivery/trySend';

describe('Paces', () => {
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
});

describe('SendQueue', () => {
  const ana = { number: '1', customer: '2' };
  const HOLD = 300;

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  describe('the queue of what goes to a customer', () => {
    test('keeps the order of writing, whatever order it hears of it within the hold, one at a time, each once', async () => {
      const heard = fc.array(
        fc.record({
          customer: fc.constantFrom('2', '3'),
          writtenAt: fc.nat(50),
          ms: fc.nat(40),
          fails: fc.boolean(),
        }),
      );
      await fc.assert(
        fc.asyncProperty(heard, async (messages) => {
          const queue = new SendQueue(HOLD);
          const sent: { customer: string; writtenAt: number; index: number }[] = [];
          const sending = new Set<string>();
          const outcomes = Promise.allSettled(
            messages.map(({ customer, writtenAt, ms, fails }, index) =>
              queue.take({ number: '1', customer }, writtenAt, async () => {
                expect(sending.has(customer)).toBe(false);
                sending.add(customer);
                sent.push({ customer, writtenAt, index });
                await new Promise((resolve) => setTimeout(resolve, ms));
                sending.delete(customer);
                if (fails) throw new Error('it could not be sent');
                return index;
              }),
            ),
          );
          await jest.runAllTimersAsync();
          expect((await outcomes).map(({ status }) => status)).toEqual(
            messages.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
          );
          for (const customer of ['2', '3']) {
            const expected = messages
              .map((message, index) => ({ customer: message.customer, writtenAt: message.writtenAt, index }))
              .filter((message) => message.customer === customer)
              .sort((a, b) => a.writtenAt - b.writtenAt);
            expect(sent.filter((message) => message.customer === customer)).toEqual(expected);
          }
        }),
      );
    });

    test('sends nothing before the hold is over, and then what was written first', async () => {
      const queue = new SendQueue(HOLD);
      const sent: string[] = [];
      void queue.take(ana, 2, async () => void sent.push('second'));
      await jest.advanceTimersByTimeAsync(HOLD - 1);
      void queue.take(ana, 1, async () => void sent.push('first'));
      await jest.advanceTimersByTimeAsync(HOLD - 1);
      expect(sent).toEqual([]);
      await jest.advanceTimersByTimeAsync(1);
      expect(sent).toEqual(['first', 'second']);
    });

    test('sends late what it hears of late', async () => {
      const queue = new SendQueue(HOLD);
      const sent: string[] = [];
      void queue.take(ana, 2, async () => void sent.push('second'));
      await jest.advanceTimersByTimeAsync(HOLD);
      void queue.take(ana, 1, async () => void sent.push('first'));
      await jest.advanceTimersByTimeAsync(HOLD);
      expect(sent).toEqual(['second', 'first']);
    });

    test('does not let one customer wait for another', async () => {
      const queue = new SendQueue(HOLD);
      const sent: string[] = [];
      void queue.take(ana, 1, () => new Promise(() => undefined));
      void queue.take({ number: '1', customer: '3' }, 2, async () => void sent.push('other customer'));
      void queue.take({ number: '12', customer: '' }, 3, async () => void sent.push('other number'));
      await jest.advanceTimersByTimeAsync(HOLD);
      expect(sent).toEqual(['other customer', 'other number']);
    });

    test('is forgotten when it is empty', async () => {
      const queue = new SendQueue(HOLD);
      const queues: unknown = Reflect.get(queue, 'queues');
      void queue.take(ana, 1, async () => undefined);
      expect(queues).toHaveProperty('size', 1);
      await jest.advanceTimersByTimeAsync(HOLD);
      expect(queues).toHaveProperty('size', 0);
    });
  });
});

describe('nextStep', () => {
  const NOW = 1_800_000_000_000;
  const SECOND = 1_000;
  const even = { now: NOW, random: 0.5 };

  const code = (number: number) => createRefusal({ code: number });
  const unsent = new AppError({ kind: 'unreachable', retry: 'now', key: 'errors:unreachable' });
  const lost = new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:maybeSent', maybeSent: true });

  /** Seconds between two tries, one after the other. */
  function pauses(error: AppError, count: number): number[] {
    return Array.from({ length: count }, (_, tries) => {
      const step = nextStep(error, { tries, since: NOW }, even);
      return step.do === 'wait' ? (step.due - NOW) / SECOND : Number.NaN;
    });
  }

  describe('what happens after a try that failed', () => {
    test.each([
      ['the throughput of the number', code(130429), [5, 10, 20, 40, 80, 160, 300, 300]],
      ['the limit of one customer, by 4^n', code(131056), [6, 24, 96, 300, 300]],
      ['too many calls', code(80007), [60, 120, 240, 300]],
      ['an outage of WhatsApp', code(131016), [5, 10, 20, 40]],
      ['an unknown transient failure', createRefusal({ code: 424242, transient: true }), [2, 4, 8]],
      ['the pause that the answer names', createRefusal({ code: 130429, retryAfterMs: 30_000 }), [30, 60, 120]],
      ['a server that cannot be reached', unsent, [2, 4, 8]],
    ])('%s: it waits longer each time, five minutes at most', (_what, error, expected) => {
      expect(pauses(error, expected.length)).toEqual(expected);
    });

    test('the pause is a fifth shorter or longer, so that many do not come at once', () => {
      const due = (random: number) => nextStep(code(80007), {}, { now: NOW, random });
      expect([due(0), due(1)]).toEqual([
        { do: 'wait', due: NOW + 48 * SECOND },
        { do: 'wait', due: NOW + 72 * SECOND },
      ]);
    });

    test('it is told when half an hour is over, and not before', () => {
      const late = { tries: 6, since: NOW - LONGEST + 300 * SECOND };
      expect(nextStep(code(130429), late, even)).toMatchObject({ do: 'wait' });
      expect(nextStep(code(130429), { ...late, since: late.since - 1 }, even)).toEqual({ do: 'tell' });
    });

    test.each([
      ['what cannot succeed', code(131026)],
      ['what takes an hour', code(132069)],
      ['an unknown code', code(424242)],
      ['a fault of our own', new TypeError('x is not a function')],
    ])('%s is told at once', (_what, error) => {
      expect(nextStep(error, {}, even)).toEqual({ do: 'tell' });
    });

    test('a lost answer: a status is waited for, then it is tried once more; the second one is the agent’s', () => {
      const ask = { do: 'ask', due: NOW + STATUS_TIME };
      expect(nextStep(lost, {}, even)).toEqual({ ...ask, isLast: false });
      expect(nextStep(lost, { uncertain: true }, even)).toEqual({ ...ask, isLast: true });
    });

    test('a success that cannot be read is never repeated', () => {
      expect(nextStep(lost.with({ status: 200 }), {}, even)).toMatchObject({ do: 'ask', isLast: true });
    });
  });
});

describe('trySend', () => {
  test('an answer goes to the phone where WhatsApp tells one, else to the business-scoped id, never in the wrong field', () => {
    expect(addressOf({ waId: '5511955550111', userId: 'BR.123' })).toEqual({ to: '5511955550111' });
    expect(addressOf({ waId: '5511955550111' })).toEqual({ to: '5511955550111' });
    expect(addressOf({ userId: 'BR.123' })).toEqual({ recipient: 'BR.123' });
  });
});
