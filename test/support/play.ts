import { initialTransition, transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine, ContextFrom, EventFrom, InputFrom } from 'xstate';

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
