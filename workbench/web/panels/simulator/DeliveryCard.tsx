import { Button } from '@rocket.chat/fuselage';
import { useState } from 'react';
import type { Delivery } from '../../simulator/documents/Delivery';
import { useSimulator } from '../../simulator/useSimulator';
import { pickText } from '../../state/pickText';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { clockTime } from '../parts/clockTime';
import { Json } from '../parts/Json';
import { Status } from '../parts/Status';

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const kindOf = (state: string) => (state === 'delivered' ? 'good' : state === 'pending' ? 'plain' : 'bad');

/** A webhook; its body is fetched when somebody wants to see it. */
export function DeliveryCard({ delivery }: { readonly delivery: Delivery }) {
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
