import { Button } from '@rocket.chat/fuselage';
import * as v from 'valibot';
import { readList, readOne } from '../../documents/readDocument';
import { clockTime } from '../../state/format';
import { pick } from '../../state/pick';
import { words } from '../../words';
import { useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { Json, Refused, Status } from '../parts/PanelParts';
import { useFetched } from '../parts/useFetched';
import { MachineChart } from './machines/MachineChart';
import { MachineGraph } from './machines/MachineGraph';

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

/** A dialogue with its machine, the state it is in lit. */
function SnapshotCard({
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

/** Where a dialogue of the app stands, as the app has stored it. */
const Snapshot = v.looseObject({
  kind: v.literal('snapshot'),
  flow: v.string(),
  stage: v.string(),
  savedAt: v.number(),
  userId: v.optional(v.string()),
  position: v.looseObject({ state: v.string(), context: v.optional(v.unknown()), busy: v.optional(v.boolean()) }),
});
type Snapshot = v.InferOutput<typeof Snapshot>;

/** The records of the app, with secrets masked. */
const AppRecord = v.looseObject({
  id: v.string(),
  associations: v.optional(v.array(v.looseObject({ model: v.string(), id: v.string() })), []),
  data: v.optional(v.unknown()),
});
type AppRecord = v.InferOutput<typeof AppRecord>;

/** The charts that the repository keeps of the app's machines; each is a file of its own, fetched when it is wanted. */
const files = import.meta.glob('../../../../docs/machines/*.json');

/** All machines of the app, by name. */
async function loadMachines(): Promise<readonly MachineGraph[]> {
  const modules = await Promise.all(Object.values(files).map((load) => load()));
  return modules.flatMap((module) => {
    const read = v.safeParse(MachineGraph, pick(module, 'default'));
    return read.success ? [read.output] : [];
  });
}
