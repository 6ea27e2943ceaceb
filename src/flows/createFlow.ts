/* eslint-disable @typescript-eslint/consistent-type-assertions -- the one place where a machine's types are hidden: a stored position of another machine or version never gets here */
import { initialTransition, transition } from 'xstate';
import type { AnyStateMachine, ContextFrom, EventFrom, InputFrom, SnapshotFrom } from 'xstate';
import type { Flow, NamedAction, Position, Scene, Screen } from './Flow';

interface FlowParts<TMachine extends AnyStateMachine> {
  id: string;
  version: number;
  /** `admin` where it is left out. */
  who?: Flow['who'];
  machine: TMachine;
  /** The states that are kept when the view is closed. */
  kept?: readonly string[];
  /** By the names of the effects that the machine asks for; its own assignments are none of them. */
  handlers: Record<
    string,
    (
      context: ContextFrom<NoInfer<TMachine>>,
      scene: Scene,
    ) => Promise<EventFrom<NoInfer<TMachine>> | undefined> | Promise<void>
  >;
  /** By state: what is said where slow work comes to rest in it when nobody waits any more. */
  late?: Record<string, (context: ContextFrom<NoInfer<TMachine>>, scene: Scene) => Promise<void>>;
  /** By state; a state that is not listed shows nothing. */
  screens: Record<string, (context: ContextFrom<NoInfer<TMachine>>, scene: Scene) => Promise<Screen> | Screen>;
}

/**
 * Makes a journey of a machine, its handlers and its screens.
 *
 * @throws when an effect without a handler is performed, which is our bug: the journey would wait for ever
 */
export function createFlow<TMachine extends AnyStateMachine>(parts: FlowParts<TMachine>): Flow {
  const { machine, handlers, screens, late = {} } = parts;
  const toStep = ([snapshot, actions]: [SnapshotFrom<TMachine>, readonly { type: string; params: unknown }[]]) => ({
    position: readPosition(snapshot),
    actions: actions.map(({ type, params }): NamedAction => ({ type, params })),
  });
  const contextOf = (position: Position) => position.context as ContextFrom<TMachine>;

  return {
    id: parts.id,
    version: parts.version,
    who: parts.who ?? 'admin',
    keeps: ({ state }) => parts.kept?.includes(state) ?? false,
    start: (input) => toStep(initialTransition(machine, input as InputFrom<TMachine>)),
    step: (position, event) => {
      if (position.done) {
        // As an actor does: what has ended takes nothing more, also not what the machine takes in every state.
        return { position, actions: [] };
      }
      const snapshot = machine.resolveState({ value: position.state, context: contextOf(position) });
      return toStep(transition(machine, snapshot as SnapshotFrom<TMachine>, event as EventFrom<TMachine>));
    },
    perform: async (action, position, scene) => {
      const handle = handlers[action.type];
      if (!handle) {
        throw new Error(`the journey ${parts.id} has no handler for ${action.type}`);
      }
      const event = await handle(contextOf(position), scene);
      return event ?? undefined;
    },
    tellLate: async (position, scene) => late[position.state]?.(contextOf(position), scene),
    draw: async (position, scene) =>
      (await screens[position.state]?.(contextOf(position), scene)) ?? { kind: 'nothing' },
  };
}

function readPosition(snapshot: { value: unknown; context: unknown; status: string; tags: Set<string> }): Position {
  return {
    state: String(snapshot.value),
    context: snapshot.context,
    busy: snapshot.tags.has('busy'),
    done: snapshot.status === 'done',
  };
}
