import type { SimulatedPhone } from './clients/SimulatorClient';
import type { TestClient } from './clients/TestClient';
import type { TestWorkbench } from './instances/TestWorkbench';
import { waitFor } from './waitFor';
import type { WireRoom } from './clients/WireDocuments';

const AGENTS = ['agent1', 'agent2'];

/** The open conversation of a customer, once it is there, and the agent whom it was given to. */
export async function conversationOf(
  workbench: TestWorkbench,
  customer: string,
): Promise<{ agent: TestClient; room: WireRoom }> {
  return waitFor(
    async () => {
      for (const name of AGENTS) {
        const agent = await workbench.as(name);
        const room = (await agent.rooms()).find(({ t, v, open }) => t === 'l' && open && v?.name === customer);
        if (room?.servedBy?.username === name) return { agent, room };
      }
      return undefined;
    },
    { what: `the conversation of ${customer}` },
  );
}

/** A new customer who has said Hello to the number, the agent whom they were given to, and the id of their room. */
export async function conversationWith(
  workbench: TestWorkbench,
  number: string,
  name: string,
): Promise<{ phone: SimulatedPhone; agent: TestClient; room: string }> {
  const phone = await workbench.sim.customer({ name });
  await phone.say(number, 'Hello');
  const { agent, room } = await conversationOf(workbench, name);
  // The room is there before what they wrote.
  await agent.findMessage(room._id, 'Hello');
  return { phone, agent, room: room._id };
}
