import { conversationOf } from './conversationOf';
import type { SimulatedPhone } from './SimulatedPhone';
import type { TestClient } from './TestClient';
import type { TestWorkbench } from './TestWorkbench';

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
