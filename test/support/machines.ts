import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine, ContextFrom, EventFrom, InputFrom } from 'xstate';
import { initialTransition, transition } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph';

/** Where a machine gets by these events, what it knows there, and the effects it asked for on the way, in order. */
export function play<TMachine extends AnyStateMachine>(
  machine: TMachine,
  events: readonly EventFrom<TMachine>[],
  input?: InputFrom<TMachine>,
): { at: string; context: ContextFrom<TMachine>; effects: string[] } {
  const [first, beginning] = initialTransition(machine as AnyStateMachine, input);
  let snapshot: AnyMachineSnapshot = first;
  const effects = beginning.map(({ type }) => type);
  for (const event of events) {
    const [next, actions] = transition(machine as AnyStateMachine, snapshot, event);
    snapshot = next;
    effects.push(...actions.map(({ type }) => type));
  }
  return { at: String(snapshot.value), context: snapshot.context, effects };
}

/** Everywhere that a machine can get by some events. */
interface Chart {
  snapshots: AnyMachineSnapshot[];
  edges: { from: AnyMachineSnapshot; event: AnyEventObject; to: AnyMachineSnapshot }[];
  /** Whether some path leads from a snapshot to one of these, or it is one of them. */
  reaches(from: AnyMachineSnapshot, ends: AnyMachineSnapshot[]): boolean;
}

/** Walks every path that a machine can take by these events; an ended one takes none, as in the flows. */
export function walk(machine: AnyStateMachine, events: AnyEventObject[], input?: unknown): Chart {
  const options = { events, input, stopWhen: ({ status }: AnyMachineSnapshot) => status === 'done' };
  const key = ({ value, context }: AnyMachineSnapshot) => JSON.stringify([value, context]);
  const edges: Chart['edges'] = adjacencyMapToArray(getAdjacencyMap(machine, options)).map((edge) => ({
    from: edge.state,
    event: edge.event,
    to: edge.nextState,
  }));
  const snapshots: AnyMachineSnapshot[] = getShortestPaths(machine, options).map(({ state }) => state);
  const reaches: Chart['reaches'] = (from, ends) => {
    const wanted = new Set(ends.map(key));
    const reached = new Set([key(from)]);
    // A set goes on with what is added to it meanwhile.
    for (const at of reached) {
      if (wanted.has(at)) return true;
      for (const edge of edges.filter((each) => key(each.from) === at)) reached.add(key(edge.to));
    }
    return false;
  };
  return { snapshots, edges, reaches };
}

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

    test('only name their effects: what a machine does itself changes nothing but what it knows', () => {
      const own = Object.values(machine.implementations.actions as Record<string, unknown>);
      // An assignment of the machine is named `xstate.assign`; any other action of its own would be an effect.
      const effects = own.filter(
        (action): action is () => unknown => typeof action === 'function' && !('type' in action),
      );
      expect(effects.map((effect) => effect())).toEqual(effects.map(() => undefined));
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
