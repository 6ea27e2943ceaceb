import { AppError } from '../../../../src/handlers/core/errors/AppError';
import { createRefusal } from '../../../../src/handlers/core/errors/createRefusal';
import { LONGEST, nextStep, STATUS_TIME } from '../../../../src/handlers/outbound/delivery/nextStep';

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
