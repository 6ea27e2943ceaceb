import { Throbber } from '@rocket.chat/fuselage';
import { words } from '../../../words';
import { useFetched } from '../../parts/useFetched';
import type { MachineGraph } from './MachineGraph';
import './machineChart.css';

const LINE = 11;

const layoutOf = async (machine: MachineGraph) => {
  const { layOutMachine } = await import('./layOutMachine');
  return layOutMachine(machine);
};

/** A machine's states and events, the current state lit. */
export function MachineChart({ machine, current }: { readonly machine: MachineGraph; readonly current?: string }) {
  const { value: layout } = useFetched(() => layoutOf(machine), machine.id);
  if (!layout) {
    return <Throbber aria-label={words.dock.loading} />;
  }
  return (
    <svg
      className="wb-machine"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      style={{ maxWidth: layout.width }}
      role="img"
      aria-label={words.app.chart(machine.id, current)}
    >
      <defs>
        <marker
          id={`arrow-${machine.id}`}
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
          <path d={path} markerEnd={`url(#arrow-${machine.id})`} />
          {labels.map((label, line) => (
            <text key={label} x={x} y={y + 3 + (line - (labels.length - 1) / 2) * LINE} textAnchor="middle">
              {label}
            </text>
          ))}
        </g>
      ))}
      {layout.nodes.map(({ id, x, y, width, height, final }) => (
        <g
          key={id}
          className="wb-machine-node"
          data-state={id}
          data-current={id === current ? 'yes' : undefined}
          data-final={final ? 'yes' : undefined}
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
