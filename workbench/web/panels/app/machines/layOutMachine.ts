import type { EdgeLabel, GraphLabel, NodeLabel } from '@dagrejs/dagre';
import { Graph, layout } from '@dagrejs/dagre';
import type { MachineGraph } from './MachineGraph';

type Point = { readonly x: number; readonly y: number };

/** Where states and events stand in a chart, in its own units. */
export type MachineLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (Point & {
    readonly id: string;
    readonly width: number;
    readonly height: number;
    readonly final: boolean;
    /** It waits for a handler of the app, not for a person or for WhatsApp. */
    readonly busy: boolean;
  })[];
  readonly edges: readonly (Point & {
    readonly id: string;
    readonly path: string;
    readonly labels: readonly string[];
  })[];
};

const LETTER = 6.6;
const SMALL_LETTER = 5.4;
const LINE = 11;
const HEIGHT = 26;
const LOOP = 30;
const MARGIN = 8;

const widest = (labels: readonly string[]): number =>
  Math.max(0, ...labels.map((label) => label.length * SMALL_LETTER));

const curve = (points: readonly Point[]): string =>
  points
    .map(({ x, y }, index) => {
      const next = points[index + 1];
      if (index === 0) {
        return `M${x} ${y}`;
      }
      return next ? `Q${x} ${y} ${(x + next.x) / 2} ${(y + next.y) / 2}` : `L${x} ${y}`;
    })
    .join('');

/** Lays a machine out in layers, from its first state down. A state that stays where it is has its loop at its right. */
export function layOutMachine(machine: MachineGraph): MachineLayout {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'TB', ranksep: 30, nodesep: 26, edgesep: 12, marginx: MARGIN, marginy: MARGIN });
  const edges = mergeEdges(machine);
  const loops = new Map(edges.filter(({ from, to }) => from === to).map((edge) => [edge.from, edge]));
  const widthOf = (id: string) => id.length * LETTER + 20;
  const roomOf = (id: string) => {
    const loop = loops.get(id);
    return loop ? LOOP + widest(loop.labels) : 0;
  };
  for (const { id } of machine.nodes) {
    const lines = loops.get(id)?.labels.length ?? 0;
    graph.setNode(id, { width: widthOf(id) + roomOf(id), height: Math.max(HEIGHT, lines * LINE) });
  }
  for (const { from, to, labels } of edges.filter((edge) => edge.from !== edge.to)) {
    graph.setEdge(from, to, { width: widest(labels), height: labels.length * LINE, labelpos: 'c' });
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const nodes = machine.nodes.map(({ id, final, tags }) => {
    const { x = 0, y = 0 } = graph.node(id);
    return { id, final, busy: tags.includes('busy'), x: x - roomOf(id) / 2, y, width: widthOf(id), height: HEIGHT };
  });
  const ways = graph.edges().map(({ v: from, w: to }) => {
    const { points = [], x = 0, y = 0 } = graph.edge(from, to);
    const labels = edges.find((edge) => edge.from === from && edge.to === to)?.labels ?? [];
    return { id: `${from} ${to}`, path: curve(points), labels, x, y };
  });
  const turns = nodes.flatMap(({ id, x, y, width: wide }) => {
    const loop = loops.get(id);
    const edge = x + wide / 2;
    const path = `M${edge} ${y - 6}C${edge + LOOP} ${y - 18} ${edge + LOOP} ${y + 18} ${edge} ${y + 6}`;
    return loop
      ? [{ id: `${id} ${id}`, path, labels: loop.labels, x: edge + LOOP - 4 + widest(loop.labels) / 2, y }]
      : [];
  });
  return { width, height, nodes, edges: [...ways, ...turns] };
}

/** All events that lead from one state to another. */
export type MergedEdge = { readonly from: string; readonly to: string; readonly labels: readonly string[] };

/** The ways of a machine, one for each pair of states, with the events that go there. */
export function mergeEdges({ edges }: MachineGraph): readonly MergedEdge[] {
  const merged = new Map<string, MergedEdge>();
  for (const { from, to, event, guard } of edges) {
    const key = `${from} ${to}`;
    const label = guard ? `${event} [${guard}]` : event;
    const labels = merged.get(key)?.labels ?? [];
    merged.set(key, { from, to, labels: labels.includes(label) ? labels : [...labels, label] });
  }
  return [...merged.values()];
}
