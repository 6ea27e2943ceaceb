// The help is made by Node, whose TypeScript loader takes the JSX settings of the repository's root for its own files only.
/** @jsxRuntime automatic */
import type { MachineLayout } from './layOutMachine';

const LINE = 11;

/**
 * A machine as a picture, the current state lit. It is SVG and nothing else, so that the help can draw it without a page.
 * @param label what a screen reader says of it
 */
export function MachineDrawing({
  id: machineId,
  layout,
  label,
  current,
}: {
  readonly id: string;
  readonly layout: MachineLayout;
  readonly label: string;
  readonly current?: string;
}) {
  return (
    <svg
      className="wb-machine"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      style={{ maxWidth: layout.width }}
      role="img"
      aria-label={label}
    >
      <defs>
        <marker
          id={`arrow-${machineId}`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {layout.edges.map(({ id, path, labels, x, y }) => (
        <g key={id} className="wb-machine-edge">
          <path d={path} markerEnd={`url(#arrow-${machineId})`} />
          {labels.map((words, line) => (
            <text key={words} x={x} y={y + 3 + (line - (labels.length - 1) / 2) * LINE} textAnchor="middle">
              {words}
            </text>
          ))}
        </g>
      ))}
      {layout.nodes.map(({ id, x, y, width, height, final, busy }) => (
        <g
          key={id}
          className="wb-machine-node"
          data-state={id}
          data-current={id === current ? 'yes' : undefined}
          data-final={final ? 'yes' : undefined}
          data-busy={busy ? 'yes' : undefined}
        >
          <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={6} />
          <text x={x} y={y + 4} textAnchor="middle">
            {id}
          </text>
        </g>
      ))}
    </svg>
  );
}
