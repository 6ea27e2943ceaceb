import type { AnyEventObject, AnyStateMachine, EventFrom, InputFrom } from 'xstate';
import type { Flow, NamedAction, Position } from '../../src/flows/Flow';
import { expectWellDrawn } from './expectWellDrawn';
import { fakeHost } from './fakeHost';
import { sceneOf } from './sceneOf';
import { walk } from './walk';

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
