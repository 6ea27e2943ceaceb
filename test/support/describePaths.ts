import { initialTransition, transition } from 'xstate';
import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine, EventFrom, InputFrom } from 'xstate';
import { walk } from './walk';

interface Journey<TMachine extends AnyStateMachine> {
  machine: TMachine;
  input?: InputFrom<TMachine>;
  /** One event of each kind at least; more of a kind where a guard or a result depends on what it carries. */
  events: EventFrom<TMachine>[];
  /** Why it may go on for ever; without it every path must be able to end. */
  endless?: string;
}

/**
 * Declares the tests that every machine of the house passes, over all paths that the given events open: every state is
 * reached, every path can end, CANCEL ends it wherever a person is waited for, a stored position goes on as a living
 * one, and an event that comes twice into a state that waits for a handler changes nothing.
 */
export function describePaths<TMachine extends AnyStateMachine>(journey: Journey<TMachine>): void {
  const { endless, input } = journey;
  const machine: AnyStateMachine = journey.machine;
  const events: AnyEventObject[] = journey.events;
  const chart = walk(machine, events, input);
  const next = (snapshot: AnyMachineSnapshot, event: AnyEventObject) => shown(transition(machine, snapshot, event));

  describe('all its paths', () => {
    test('together use every event that it knows', () => {
      const given = new Set(events.map(({ type }) => type));
      expect(machine.events.filter((type: string) => !given.has(type))).toEqual([]);
    });

    test('reach every state', () => {
      const reached = new Set(chart.snapshots.map(({ value }) => String(value)));
      expect(Object.keys(machine.states).filter((state) => !reached.has(state))).toEqual([]);
    });

    test(endless ? `may go on for ever: ${endless}` : 'can end, wherever they are', () => {
      const ended = chart.snapshots.filter((snapshot) => snapshot.status === 'done' || snapshot.hasTag('end'));
      expect(ended.length === 0).toBe(endless !== undefined);
      const stuck = chart.snapshots.filter((snapshot) => !endless && !chart.reaches(snapshot, ended));
      expect(stuck.map(({ value }) => value)).toEqual([]);
    });

    if (machine.events.includes('CANCEL')) {
      test('are left by CANCEL, without an effect, from every state that waits for a person', () => {
        const waiting = chart.snapshots.filter(({ status, tags }) => status === 'active' && !tags.has('busy'));
        for (const snapshot of waiting) {
          const [after, actions] = transition(machine, snapshot, { type: 'CANCEL' });
          expect([snapshot.value, after.status, actions]).toEqual([snapshot.value, 'done', []]);
        }
      });
    }

    test('go on from a stored position as if it had never been stored', () => {
      for (const snapshot of chart.snapshots) {
        const stored = JSON.stringify({ value: snapshot.value, context: snapshot.context });
        const restored = machine.resolveState(JSON.parse(stored));
        expect(shown([restored, []])).toEqual(shown([snapshot, []]));
        for (const event of events) expect(next(restored, event)).toEqual(next(snapshot, event));
      }
    });

    test('are not changed by an event that comes twice while a handler works', () => {
      const intoBusy = chart.edges.filter(({ from, to }) => to.hasTag('busy') && to.value !== from.value);
      for (const { event, to } of intoBusy) {
        expect([event.type, next(to, event)]).toEqual([event.type, shown([to, []])]);
      }
    });

    test('begin the same way every time', () => {
      const begin = () => shown(initialTransition(machine, input));
      expect(begin()).toEqual(begin());
    });
  });
}

/** What of a step can be seen: where it leads, what is known there, and the effects that it asks for. */
function shown([snapshot, actions]: readonly [AnyMachineSnapshot, readonly { type: string; params: unknown }[]]) {
  const { value, context, status, tags } = snapshot;
  return {
    value,
    context: context as object,
    status,
    tags: [...tags],
    actions: actions.map(({ type, params }) => ({ type, params })),
  };
}
