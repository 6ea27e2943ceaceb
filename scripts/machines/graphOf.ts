import type { AnyStateMachine } from 'xstate';
import { toDirectedGraph } from 'xstate/graph';
import type { DirectedGraphEdge, DirectedGraphNode } from 'xstate/graph';
import type { MachineGraph } from './MachineGraph';

type Edge = MachineGraph['edges'][number];

/**
 * The chart of a machine without states inside states. What the machine takes in every state stands as an edge of each
 * of them that can still change.
 *
 * @throws Error for states inside states, which the store of positions does not know either
 */
export function graphOf(machine: AnyStateMachine): MachineGraph {
  const root = toDirectedGraph(machine);
  const nested = root.children.find(({ children }) => children.length > 0);
  if (nested) {
    throw new Error(`the machine ${machine.id} has states inside its state ${nested.stateNode.key}`);
  }
  return {
    id: machine.id,
    initial: machine.root.initial.target[0]?.key ?? '',
    nodes: root.children.map(({ stateNode }) => ({
      id: stateNode.key,
      tags: [...stateNode.tags],
      final: stateNode.type === 'final',
    })),
    edges: root.children.flatMap((node) => [
      ...node.edges.map((edge) => draw(edge, node)),
      ...root.edges.filter((edge) => reaches(edge, node)).map((edge) => draw(edge, node)),
    ]),
  };
}

function reaches({ transition }: DirectedGraphEdge, { stateNode, edges }: DirectedGraphNode): boolean {
  const handled = edges.some((own) => own.transition.eventType === transition.eventType && !own.transition.guard);
  return stateNode.type !== 'final' && !handled;
}

function draw({ target, transition }: DirectedGraphEdge, { stateNode }: DirectedGraphNode): Edge {
  const moves = target !== stateNode || transition.reenter;
  const actions: readonly unknown[] = moves
    ? [...stateNode.exit, ...transition.actions, ...target.entry]
    : transition.actions;
  const guard = nameOf(transition.guard);
  return {
    from: stateNode.key,
    to: target.key,
    event: String(transition.eventType),
    ...(guard ? { guard } : {}),
    actions: actions.flatMap((action) => nameOf(action) ?? []),
  };
}

/** Assignments and guards that are written in place have no name; the chart tells of the named ones only. */
function nameOf(part: unknown): string | undefined {
  if (typeof part === 'string') {
    return part;
  }
  const type: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, 'type') : undefined;
  return typeof type === 'string' ? type : undefined;
}
