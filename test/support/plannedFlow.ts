import type { Flow, FlowEvent, Position, Step } from '../../src/flows/Flow';

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
