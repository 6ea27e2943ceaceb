import { SETUP } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { changeRecords, stored } from '../support/instances/durableStore';
import { confirmForget, openForget } from '../support/forgetDialog';
import { restoreStore } from '../support/instances/restoreStore';
import { runJobs } from '../support/clients/settle';
import { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import { aboutTicket, askForTemplate } from '../support/templateRequests';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { textWebhook } from '../support/webhookBodies';

// What version 0.1.0 has stored is read by this one: nobody's conversation, message or wish is lost by an update.

const NUMBER = '551155550100';

let workbench: TestWorkbench;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  await restoreStore(workbench, '0.1.0');
});

afterAll(() => workbench.stop());

async function phoneOf(name: string): Promise<SimulatedPhone> {
  const { customers } = await workbench.sim.state();
  const customer = customers.find((each) => each.name === name);
  if (!customer) throw new Error(`The simulator has no ${name}`);
  return new SimulatedPhone(workbench.sim.http, customer);
}

test('a conversation goes on in its room, and what was delivered before is not doubled', async () => {
  const { agent, room } = await conversationOf(workbench, 'Olga Open');
  const phone = await phoneOf('Olga Open');
  const [first] = await phone.chat(NUMBER);
  const again = [{ body: 'Hello', wamid: first?.wamid ?? '' }];
  await workbench.sim.webhook(NUMBER, await textWebhook(workbench.sim, NUMBER, phone.customer, again));
  await phone.say(NUMBER, 'After the update');
  await agent.findMessage(room._id, 'After the update');
  expect((await agent.messages(room._id)).filter(({ msg }) => msg === 'Hello')).toHaveLength(1);
  await agent.send(room._id, 'An answer of today');
  await phone.receive(NUMBER, 'An answer of today');
  expect(
    (await phone.received(NUMBER)).filter(({ message }) => message.text?.body === 'An answer of before'),
  ).toHaveLength(1);
});

test('the card of a message that failed before sends it', async () => {
  const { agent, room } = await conversationOf(workbench, 'Olga Open');
  const card = await agent.findMessage(room._id, ({ blocks }) => JSON.stringify(blocks ?? []).includes('Send again'));
  await agent.clickButton(card, 'Send again');
  await (await phoneOf('Olga Open')).receive(NUMBER, 'This one failed');
});

test('a message that waits for its customer is sent when they write', async () => {
  const phone = await phoneOf('Wilma Waits');
  await phone.say(NUMBER, 'Here I am');
  await phone.receive(NUMBER, 'For when you answer');
});

test('who waits for somebody to be available is let in', async () => {
  for (const name of ['agent1', 'agent2']) await (await workbench.as(name)).setAvailability('available');
  await runJobs(workbench, 'every-minute');
  const { agent, room } = await conversationOf(workbench, 'Hans Held');
  await agent.findMessage(room._id, 'Anybody there?');
});

test('who wanted no messages gets none', async () => {
  const { customer } = await phoneOf('Stan Stop');
  const body = { ...aboutTicket(NUMBER, '90230', customer.waId ?? ''), results: 'detailed' };
  expect(JSON.stringify((await askForTemplate(workbench, body)).body)).toContain('wants no messages');
});

test('a customer whose conversation was closed begins a new one, with the same visitor', async () => {
  const phone = await phoneOf('Carla Closed');
  await phone.say(NUMBER, 'Me again');
  const { agent, room } = await conversationOf(workbench, 'Carla Closed');
  await agent.findMessage(room._id, 'Me again');
  const visitors = stored(workbench, 'visitors').filter((each) => Reflect.get(each, 'name') === 'Carla Closed');
  expect(visitors).toHaveLength(1);
});

test('all that is kept of somebody is found and forgotten', async () => {
  const { customer } = await phoneOf('Stan Stop');
  const admin = await workbench.as('admin');
  await openForget(admin, customer.waId ?? '');
  await admin.modal.fill('The customer wants no messages (STOP)', 'Delete it, too');
  await confirmForget(admin);
  const left = stored(workbench, 'records').filter((record) => JSON.stringify(record).includes(customer.waId ?? '-'));
  expect(left).toEqual([]);
});

test('an older app on the store of a newer one takes and sends nothing, and says so, until the newer one is back', async () => {
  const store = async (storeVersion: number) => {
    await workbench.kill();
    changeRecords(workbench.dataDir, (data) => (data.kind === 'install' ? { ...data, storeVersion } : undefined));
    await workbench.restart();
  };
  const { headers } = await workbench.dialog360.get<{ headers: Record<string, string> }>('/v1/configs/webhook');
  const post = async (path: string) =>
    (
      await workbench.http.request(
        'POST',
        workbench.privateUrl(path).slice(workbench.url.length),
        { entry: [] },
        headers,
      )
    ).status;
  await store(99);
  // 360dialog repeats what is answered so.
  expect([await post('incoming'), await post('templateMessage')]).toEqual([503, 503]);
  await workbench.travel(1);
  const admin = await workbench.as('admin');
  await admin.findMessage(SETUP, 'is older than the one that wrote its records');
  await store(1);
  expect(await post('incoming')).toBe(200);
});
