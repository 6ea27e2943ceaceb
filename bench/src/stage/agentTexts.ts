import { connectDemoNumber, connectNewNumber } from '../../../test/e2e/support/connectDemoNumber';
import { settle } from '../../../test/e2e/support/clients/settle';
import type { SimulatedCustomer } from '../../../test/e2e/support/clients/SimulatorClient';
import type { TestWorkbench } from '../../../test/e2e/support/instances/TestWorkbench';
import { waitFor } from '../../../test/e2e/support/waitFor';
import { inFlight, post } from '../load/post';
import type { Answer, Target } from '../load/post';

/** Meta lets a number send 80 messages a second, and the app keeps to 70: so many numbers slow nothing down. */
const NUMBERS = 8;

/** Where an agent writes a text. */
export interface AgentText {
  target: Target;
  body: string;
}

/** Makes agents write this many texts, in all conversations in turn, from the given one on. No status follows, because nobody reads them. */
export type AgentTexts = (count: number, from?: number) => AgentText[];

/** Posts a text in its room, as a client does. */
export function write({ target, body }: AgentText): Promise<Answer> {
  return post(target, body);
}

/** Connects numbers with the app and lets so many customers write to them. */
export async function agentTextsOfApp(
  workbench: TestWorkbench,
  count: number,
  { numbers: of }: { numbers: number } = { numbers: NUMBERS },
): Promise<AgentTexts> {
  const numbers = [await connectDemoNumber(workbench)];
  for (const digits of furtherNumbers(of)) numbers.push(await connectNewNumber(workbench, digits));
  (await workbench.as('admin')).stop();
  await customersOf(workbench, numbers, count);
  await settle(workbench);
  return textsIn(workbench, count);
}

/** The same with the bare app, which the simulated 360dialog tells nothing: its conversations are opened by hand. */
export async function agentTextsOfBareApp(workbench: TestWorkbench, count: number): Promise<AgentTexts> {
  const keys = { [workbench.demo.phoneNumber.replace(/\D/g, '')]: workbench.demo.apiKey };
  for (const digits of furtherNumbers(NUMBERS)) keys[digits] = (await workbench.sim.number(digits)).apiKey;
  const at = (path: string) => ({ url: workbench.privateUrl(path), headers: {} });
  await post(at('sending'), JSON.stringify({ url: `${workbench.sim.url}/messages`, keys }));
  const numbers = Object.keys(keys);
  const customers = await customersOf(workbench, numbers, count);
  const opened = customers.map(({ waId }, n) =>
    JSON.stringify({ customer: waId, number: numbers[n % numbers.length] }),
  );
  await inFlight(4, opened, (body) => post(at('conversation'), body));
  return textsIn(workbench, count);
}

/** Beside the demo number. */
function furtherNumbers(of: number): string[] {
  return Array.from({ length: of - 1 }, (_, n) => `55115555020${n}`);
}

/** Customers who have written to the numbers in turn, so that they may be answered. */
async function customersOf(workbench: TestWorkbench, numbers: string[], count: number): Promise<SimulatedCustomer[]> {
  await workbench.sim.fault('status-dropped', { which: 'all' });
  const customers: SimulatedCustomer[] = [];
  for (let n = 0; n < count; n += 1) {
    const phone = await workbench.sim.customer({ name: `Customer ${n}` });
    await phone.say(numbers[n % numbers.length] ?? '', 'Hello');
    customers.push(phone.customer);
  }
  return customers;
}

async function textsIn(workbench: TestWorkbench, count: number): Promise<AgentTexts> {
  const manager = await workbench.as('manager');
  const rooms = await waitFor(
    async () => {
      const served = (await manager.conversations(true)).filter(({ servedBy }) => servedBy !== undefined);
      return served.length === count && served;
    },
    { what: `${count} conversations`, timeout: 120_000 },
  );
  const headers: Record<string, Record<string, string>> = {};
  for (const username of new Set(rooms.map(({ servedBy }) => servedBy?.username ?? ''))) {
    const agent = await workbench.as(username);
    headers[username] = agent.http.headers;
    agent.stop();
  }
  manager.stop();
  const url = `${workbench.url}/api/v1/chat.sendMessage`;
  const places = rooms.map(({ _id, servedBy }) => ({
    rid: _id,
    target: { url, headers: headers[servedBy?.username ?? ''] ?? {} },
  }));
  return (wanted, from = 0) =>
    Array.from({ length: wanted }, (_, n) => {
      const place = places[(from + n) % places.length];
      if (!place) throw new Error('There is no conversation');
      const msg = `This is answer number ${n}, about as long as they are`;
      return { target: place.target, body: JSON.stringify({ message: { rid: place.rid, msg } }) };
    });
}
