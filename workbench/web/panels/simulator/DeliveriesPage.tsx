import { Button } from '@rocket.chat/fuselage';
import { useState } from 'react';
import { readList } from '../../documents/readDocument';
import { Delivery } from '../../simulator/documents/LoggedRequest';
import { useSimulator, useSimulatorState } from '../../simulator/useSimulator';
import { clockTime } from '../../state/format';
import { pickText } from '../../state/pick';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { Json, LogList, Status } from '../parts/PanelParts';
import { useFetched } from '../parts/useFetched';

/** The webhooks that 360dialog sent to the app, newest first. */
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
    <LogList rows={value} error={error} none={words.simulator.noDeliveries} onClear={() => void clear()}>
      {[...(value ?? [])]
        .sort((a, b) => b.id - a.id)
        .map((delivery) => (
          <DeliveryCard key={delivery.id} delivery={delivery} />
        ))}
    </LogList>
  );
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const kindOf = (state: string) => (state === 'delivered' ? 'good' : state === 'pending' ? 'plain' : 'bad');

/** A webhook; its body is fetched when somebody wants to see it. */
function DeliveryCard({ delivery }: { readonly delivery: Delivery }) {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const [body, setBody] = useState<unknown>();
  const show = () =>
    void workspace.attempt(async () => {
      const found = pickText(await simulator.get(`/deliveries/${delivery.id}`), 'body');
      setBody(found === undefined ? words.simulator.noBody : parsed(found));
    });
  const facts = [
    clockTime(delivery.createdAt),
    words.simulator.attempts(delivery.attempts),
    delivery.ms === undefined ? undefined : `${delivery.ms} ms`,
    delivery.error,
    delivery.nextAttemptAt === undefined ? undefined : words.simulator.nextAt(clockTime(delivery.nextAttemptAt)),
  ];
  return (
    <div className="wb-panel-card" data-delivery-state={delivery.state}>
      <header>
        <strong>{delivery.summary}</strong>
        <Status kind={kindOf(delivery.state)}>{delivery.status ?? delivery.state}</Status>
        <Button small onClick={body === undefined ? show : () => setBody(undefined)}>
          {body === undefined ? words.panels.show : words.panels.hide}
        </Button>
      </header>
      <small>{facts.filter(Boolean).join(' · ')}</small>
      {body !== undefined && <Json value={body} />}
    </div>
  );
}
