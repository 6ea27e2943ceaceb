import type { TestClient } from './TestClient';
import type { TestWorkbench } from './TestWorkbench';
import { waitFor } from './waitFor';
import type { WireRoom } from './WireDocuments';

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
