import { graphlib, layout } from '@dagrejs/dagre';
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
  })[];
  readonly edges: readonly (Point & { readonly id: string; readonly path: string; readonly label: string })[];
};

const LETTER = 6.6;
const MARGIN = 8;

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

/** Lays a machine out in layers, from its first state down. */
export function layOutMachine(machine: MachineGraph): MachineLayout {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', ranksep: 34, nodesep: 28, edgesep: 14, marginx: MARGIN, marginy: MARGIN });
  for (const { id } of machine.nodes) {
    graph.setNode(id, { width: id.length * LETTER + 20, height: 26 });
  }
  machine.edges.forEach(({ from, to, event, guard }, index) => {
    const label = guard ? `${event} [${guard}]` : event;
    graph.setEdge(from, to, { label, width: label.length * 5, height: 12, labelpos: 'c' }, String(index));
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: machine.nodes.map(({ id, final }) => {
      const { x = 0, y = 0, width: w = 0, height: h = 0 } = graph.node(id);
      return { id, final, x, y, width: w, height: h };
    }),
    edges: graph.edges().map((key) => {
      const { points = [], label = '', x = 0, y = 0 } = graph.edge(key);
      return { id: key.name ?? '', path: curve(points), label: String(label), x, y: y + 3 };
    }),
  };
}
