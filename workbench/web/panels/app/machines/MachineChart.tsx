import { Throbber } from '@rocket.chat/fuselage';
import { words } from '../../../words';
import { useFetched } from '../../parts/useFetched';
import { MachineDrawing } from './MachineDrawing';
import type { MachineGraph } from './MachineGraph';
import './machineChart.css';

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
    <MachineDrawing
      id={machine.id}
      layout={layout}
      label={words.app.chart(machine.id, current)}
      {...(current === undefined ? {} : { current })}
    />
  );
}
