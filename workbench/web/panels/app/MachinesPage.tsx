import { Button } from '@rocket.chat/fuselage';
import { readList } from '../../documents/readList';
import { readOne } from '../../documents/readOne';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { Json } from '../parts/Json';
import { Refused } from '../parts/Refused';
import { useFetched } from '../parts/useFetched';
import { AppRecord } from './AppRecord';
import { loadMachines } from './machines/loadMachines';
import { MachineChart } from './machines/MachineChart';
import { Snapshot } from './Snapshot';
import { SnapshotCard } from './SnapshotCard';

/** Where the app's dialogues stand, all its machines, and everything else that it has stored. */
export function MachinesPage() {
  const { api } = useWorkspace();
  const turn = useWorkspaceState((state) => state.roundTrips.at(-1)?.id);
  const { value, error, reload } = useFetched(
    async () => ({
      records: readList(AppRecord, { records: await api.get('/api/workbench/app/records') }, 'records'),
      machines: await loadMachines(),
    }),
    turn,
  );
  const { records = [], machines = [] } = value ?? {};
  const snapshots = records.flatMap(({ data }) => readOne(Snapshot, data) ?? []);
  const others = records.filter(({ data }) => !readOne(Snapshot, data));
  return (
    <>
      {error && <Refused reason={error} />}
      <div className="wb-panel-row">
        <Button small onClick={reload}>
          {words.panels.reload}
        </Button>
      </div>
      <h2>{words.app.snapshots}</h2>
      {snapshots.length === 0 && <p className="wb-panel-note">{words.app.noSnapshots}</p>}
      {snapshots.map((snapshot) => (
        <SnapshotCard
          key={snapshot.stage}
          snapshot={snapshot}
          machine={machines.find(({ id }) => id.startsWith(snapshot.flow))}
        />
      ))}
      <h2>{words.app.allMachines}</h2>
      {machines.map((machine) => (
        <details key={machine.id} className="wb-panel-card" data-machine={machine.id}>
          <summary>{machine.id}</summary>
          <MachineChart machine={machine} />
        </details>
      ))}
      <h2>{words.app.records}</h2>
      {others.map((record) => (
        <details key={record.id} className="wb-panel-card">
          <summary>{record.associations.map(({ id }) => id).join(', ')}</summary>
          <Json value={record.data} />
        </details>
      ))}
    </>
  );
}
