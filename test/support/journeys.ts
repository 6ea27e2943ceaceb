import type { AnyEventObject, AnyStateMachine, EventFrom, InputFrom } from 'xstate';
import type { Flow, FlowEvent, NamedAction, Position, Step } from '../../src/flows/Flow';
import { fakeHost } from './fakeHost';
import { sceneOf } from './interactions';
import { walk } from './machines';
import { expectWellDrawn } from './screens';

interface Plan {
  /** Event type → where it leads, what is asked for there. */
  steps: Record<string, { state: string; actions?: string[]; busy?: boolean; done?: boolean }>;
  /** Effect → what its handler does; its result is the next event's type. */
  handlers: Record<string, () => Promise<string | undefined>>;
  /** The states in which the journey said something to somebody who waits no more. */
  told?: string[];
}

/** A position without anything known. */
export function positionAt(state: string, facts: Partial<Position> = {}): Position {
  return { state, context: {}, busy: false, done: false, ...facts };
}

/** A journey that goes as a test plans it; events that are not planned leave it where it is. */
export function plannedFlow({ steps, handlers, told = [] }: Plan): Flow {
  const step = (position: Position, { type }: FlowEvent): Step => {
    const next = steps[type];
    if (!next) return { position, actions: [] };
    const { state, actions = [], busy = false, done = false } = next;
    return {
      position: { state, context: {}, busy, done },
      actions: actions.map((name) => ({ type: name, params: undefined })),
    };
  };
  return {
    id: 'planned',
    version: 1,
    who: 'admin',
    keeps: () => false,
    start: () => step(positionAt('begun'), { type: 'BEGIN' }),
    step,
    perform: async (action) => {
      const type = await handlers[action.type]?.();
      return type ? { type } : undefined;
    },
    tellLate: async ({ state }) => void told.push(state),
    draw: async () => ({ kind: 'nothing' }),
  };
}

interface Journey<TMachine extends AnyStateMachine> {
  flow: Flow;
  machine: TMachine;
  input?: InputFrom<TMachine>;
  events: EventFrom<TMachine>[];
  /** The states in which it shows nothing of its own. */
  silent: string[];
}

/**
 * Declares the tests that every journey passes, over all paths of its machine: every effect that the machine asks for
 * has a handler, every state is shown well drawn or is known to show nothing, and a stored position goes on.
 */
export function describeFlow<TMachine extends AnyStateMachine>(journey: Journey<TMachine>): void {
  const { flow, input, silent } = journey;
  const events: AnyEventObject[] = journey.events;
  const places = positionsOf(flow, journey.machine, input, events);
  const departments = {
    getLivechatReader: () => ({ getDepartmentsEnabledWithAgents: async () => [{ id: 'd1', name: 'Sales' }] }),
  };

  describe('the journey', () => {
    test('has a handler for every effect that its machine asks for', async () => {
      const missing = new Set<string>();
      for (const { position, actions } of places) {
        for (const action of actions) {
          // What the handler does is none of this test's business: it has a workspace in which it can do nothing.
          await flow.perform(action, position, sceneOf(fakeHost().host)).catch((error: unknown) => {
            if (String(error).includes('has no handler for')) missing.add(action.type);
          });
        }
      }
      expect([...missing]).toEqual([]);
    });

    test('shows something well drawn in every state, or nothing where that is meant', async () => {
      const shown = new Set<string>();
      const known = new Set<string>();
      for (const { position } of places) {
        const scene = sceneOf(fakeHost({ read: departments as object }).host, { redraws: true });
        const screen = await flow.draw(position, scene);
        known.add(position.state);
        if (screen.kind === 'modal') {
          shown.add(position.state);
          expectWellDrawn(screen.modal);
        }
      }
      expect([...known].filter((state) => !shown.has(state)).sort()).toEqual([...silent].sort());
    });

    test('goes on from a stored position as from a living one', () => {
      for (const { position } of places) {
        const stored = JSON.parse(JSON.stringify(position)) as Position;
        for (const event of events) {
          expect(flow.step(stored, event)).toEqual(flow.step(position, event));
        }
      }
    });
  });
}

/** Every position that a journey can be in, with what is asked for on arriving there. */
function positionsOf(
  flow: Flow,
  machine: AnyStateMachine,
  input: unknown,
  events: AnyEventObject[],
): { position: Position; actions: NamedAction[] }[] {
  const { edges } = walk(machine, events, input);
  return [
    flow.start(input),
    ...edges.map(({ from, event }) => {
      const position = {
        state: String(from.value),
        context: from.context as unknown,
        busy: from.hasTag('busy'),
        done: from.status === 'done',
      };
      return flow.step(position, event);
    }),
  ];
}
