import { roundTripsOf } from '../../../../test/e2e/support/roundTripsOf';
import type { Stage } from '../../stage/Stage';
import { addUp } from './addUp';
import { readExample } from './readExample';
import type { Trips } from './Trips';

/** What the simulator can send for a customer. */
interface Kind {
  id: string;
  title: string;
  example: Record<string, unknown>;
}

/** A reply needs a message with options, which only an agent's app sends; texts are measured by themselves. */
const LEFT_OUT = ['text', 'reply'];

/** What every other kind of message and event costs, each from a customer who is known and has written before. */
export async function tripsOfKinds({ workbench, number }: Stage, most: number): Promise<Trips[]> {
  const kinds = await workbench.sim.http.get<Kind[]>('/inbound-kinds');
  const trips: Trips[] = [];
  for (const { id, title, example } of kinds.filter((kind) => !LEFT_OUT.includes(kind.id)).slice(0, most)) {
    const phone = await workbench.sim.customer({ name: `Customer of ${id}` });
    const { wamid } = await phone.say(number, 'Something to refer to');
    const message = readExample(example, wamid);
    trips.push(addUp(title, await roundTripsOf(workbench, () => phone.send(number, message))));
  }
  return trips.sort((a, b) => a.total - b.total || a.event.localeCompare(b.event));
}
