import { Button } from '@rocket.chat/fuselage';
import { readList } from '../../documents/readList';
import { Delivery } from '../../simulator/documents/Delivery';
import { useSimulator } from '../../simulator/useSimulator';
import { useSimulatorState } from '../../simulator/useSimulatorState';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { Refused } from '../parts/Refused';
import { useFetched } from '../parts/useFetched';
import { DeliveryCard } from './DeliveryCard';

/** What 360dialog told the app's webhook, newest first. */
export function DeliveriesPage() {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const turn = useSimulatorState((state) => state.deliveryCount);
  const { value, error, reload } = useFetched(
    async () => readList(Delivery, { list: await simulator.get('/deliveries?limit=200') }, 'list'),
    turn,
  );
  const clear = async () => {
    await workspace.attempt(() => simulator.request('DELETE', '/deliveries'));
    reload();
  };
  return (
    <>
      {error && <Refused reason={error} />}
      <div className="wb-panel-row">
        <Button small disabled={!value?.length} onClick={() => void clear()}>
          {words.panels.clear}
        </Button>
      </div>
      {value?.length === 0 && <p className="wb-panel-note">{words.simulator.noDeliveries}</p>}
      {[...(value ?? [])]
        .sort((a, b) => b.id - a.id)
        .map((delivery) => (
          <DeliveryCard key={delivery.id} delivery={delivery} />
        ))}
    </>
  );
}
