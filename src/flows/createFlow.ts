import { initialTransition, transition } from 'xstate';
import type { AnyStateMachine, ContextFrom, EventFrom, InputFrom, SnapshotFrom } from 'xstate';
import type { Flow, FlowEvent, NamedAction, Position } from './Flow';
import type { Scene } from './Scene';
import type { Screen } from './Screen';

interface FlowParts<TMachine extends AnyStateMachine> {
  id: string;
  version: number;
  machine: TMachine;
  /** By the names that the machine uses; a name without a handler is an action the machine has done itself. */
  handlers: Record<
    string,
    (context: ContextFrom<NoInfer<TMachine>>, scene: Scene) => Promise<EventFrom<NoInfer<TMachine>> | undefined | void>
  >;
  /** By state; a state that is not listed shows nothing. */
  screens: Record<string, (context: ContextFrom<NoInfer<TMachine>>, scene: Scene) => Promise<Screen> | Screen>;
}

/** Makes a journey of a machine, its handlers and its screens. */
export function createFlow<TMachine extends AnyStateMachine>(parts: FlowParts<TMachine>): Flow {
  const { machine, handlers, screens } = parts;
  const toStep = ([snapshot, actions]: [SnapshotFrom<TMachine>, readonly { type: string; params: unknown }[]]) => ({
    position: readPosition(snapshot),
    actions: actions.map(({ type, params }): NamedAction => ({ type, params })),
  });
  const contextOf = (position: Position) => position.context as ContextFrom<TMachine>;

  return {
    id: parts.id,
    version: parts.version,
    start: (input) => toStep(initialTransition(machine, input as InputFrom<TMachine>)),
    step: (position, event) => {
      const snapshot = machine.resolveState({ value: position.state, context: contextOf(position) });
      return toStep(transition(machine, snapshot as SnapshotFrom<TMachine>, event as EventFrom<TMachine>));
    },
    perform: async (action, position, scene) => {
      const event = await handlers[action.type]?.(contextOf(position), scene);
      return (event ?? undefined) as FlowEvent | undefined;
    },
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
