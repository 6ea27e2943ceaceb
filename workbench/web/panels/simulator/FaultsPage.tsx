import { Button, Select } from '@rocket.chat/fuselage';
import { useState } from 'react';
import { readList } from '../../documents/readDocument';
import { Fault, FaultKind } from '../../simulator/documents/Fault';
import { useSimulator, useSimulatorState } from '../../simulator/useSimulator';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { Refused } from '../parts/PanelParts';
import { useFetched } from '../parts/useFetched';
import { FaultForm } from './FaultForm';

/** The faults of the simulator. */
export function FaultsPage() {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const turn = useSimulatorState((state) => `${state.stateCount} ${state.requestCount} ${state.deliveryCount}`);
  const { value, error, reload } = useFetched(async () => {
    const body = await simulator.get('/faults');
    return { kinds: readList(FaultKind, body, 'kinds'), active: readList(Fault, body, 'active') };
  }, turn);
  const [picked, setPicked] = useState('');
  const kind = value?.kinds.find(({ id }) => id === picked);

  const act = async (work: () => Promise<unknown>) => {
    await workspace.attempt(work);
    reload();
  };
  return (
    <>
      {error && <Refused reason={error} />}
      <h2>{words.simulator.active}</h2>
      {value?.active.length === 0 && <p className="wb-panel-note">{words.simulator.noFaults}</p>}
      {value?.active.map((fault) => (
        <ActiveFault
          key={fault.id}
          fault={fault}
          title={value.kinds.find(({ id }) => id === fault.kind)?.title ?? fault.kind}
          onRemove={() => void act(() => simulator.request('DELETE', `/faults/${encodeURIComponent(fault.id)}`))}
        />
      ))}
      {(value?.active.length ?? 0) > 1 && (
        <Button small danger onClick={() => void act(() => simulator.request('DELETE', '/faults'))}>
          {words.simulator.removeAll}
        </Button>
      )}
      <h2>{words.simulator.addFault}</h2>
      <Select
        options={value?.kinds.map(({ id, title }) => [id, title] as const) ?? []}
        value={picked || null}
        placeholder={words.simulator.chooseFault}
        aria-label={words.simulator.chooseFault}
        onChange={setPicked}
      />
      {kind && (
        <FaultForm key={kind.id} kind={kind} onAdd={(fault) => void act(() => simulator.post('/faults', fault))} />
      )}
    </>
  );
}

/** A fault that is switched on, and how often it struck. */
function ActiveFault({
  fault,
  title,
  onRemove,
}: {
  readonly fault: Fault;
  readonly title: string;
  readonly onRemove: () => void;
}) {
  const params = Object.entries(fault.params).map(([name, value]) => `${name}: ${String(value)}`);
  return (
    <div className="wb-panel-card" data-fault={fault.kind}>
      <header>
        <strong>{title}</strong>
        <Button small onClick={onRemove}>
          {words.simulator.remove}
        </Button>
      </header>
      <small>{[...params, words.simulator.struck(fault.struck, fault.remaining)].join(' · ')}</small>
    </div>
  );
}
