import { words } from '../../words';
import { clockTime } from '../parts/clockTime';
import { Json } from '../parts/Json';
import { Status } from '../parts/Status';
import { MachineChart } from './machines/MachineChart';
import type { MachineGraph } from './machines/MachineGraph';
import type { Snapshot } from './Snapshot';

/** A dialogue with its machine, the state it is in lit. */
export function SnapshotCard({
  snapshot,
  machine,
}: {
  readonly snapshot: Snapshot;
  readonly machine: MachineGraph | undefined;
}) {
  return (
    <div className="wb-panel-card" data-snapshot={snapshot.stage}>
      <header>
        <strong>{snapshot.flow}</strong>
        <small>{clockTime(snapshot.savedAt)}</small>
        <Status kind="plain">{snapshot.position.state}</Status>
      </header>
      {machine && <MachineChart machine={machine} current={snapshot.position.state} />}
      <details>
        <summary>{words.app.context}</summary>
        <Json value={snapshot.position.context} />
      </details>
    </div>
  );
}
