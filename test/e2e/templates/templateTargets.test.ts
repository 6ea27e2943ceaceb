import { aboutTicket, askForTemplate, getsTicket } from '../support/templateRequests';
import { connectDemoNumber, templatesRead } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// The agent or department that gets the answer to a template of `POST templateMessage`: `targetAgent` and `targetDepartment`.

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
  await templatesRead(workbench);
});
afterAll(() => workbench.stop());

const ask = (body: unknown) => askForTemplate(workbench, body);
const about = (ticket: string, ...phones: string[]) => aboutTicket(number, ticket, ...phones);
const gets = (phone: SimulatedPhone, ticket: string) => getsTicket(phone, number, ticket);

const departmentId = async (name: string) => {
  const { http } = await workbench.as('manager');
  const { departments } = await http.get<{ departments: { _id: string; name: string }[] }>(
    '/api/v1/livechat/department',
  );
  return departments.find((each) => each.name === name)?._id;
};

const setDepartment = async (id: string, department: object) => {
  const { http } = await workbench.as('manager');
  await http.request('PUT', `/api/v1/livechat/department/${id}`, { department });
};

/** How often a conversation was handed on, and what is said of whom a template asked for in vain. */
const linesOf = async (client: TestClient, rid: string) => {
  const messages = await client.messages(rid);
  return {
    transfers: messages.filter(({ t }) => t === 'livechat_transfer_history').length,
    missed: messages.map(({ msg }) => msg).filter((text) => text.includes('asked for')),
  };
};

test.each([
  ['name', async () => 'Support'],
  ['id', () => departmentId('Support')],
])('a department by its %s gets the answer', async (by, wanted) => {
  const phone = await workbench.sim.customer({ name: `Doris by ${by}` });
  await ask({ ...about(`T-doris-${by}`, phone.customer.waId ?? ''), targetDepartment: await wanted() });
  await gets(phone, `T-doris-${by}`);
  await phone.say(number, `I am Doris by ${by}`);
  const { agent, room } = await conversationOf(workbench, `Doris by ${by}`);
  await agent.findMessage(room._id, `I am Doris by ${by}`);
  expect([room.servedBy?.username, room.departmentId]).toEqual(['agent2', await departmentId('Support')]);
  await workbench.idle();
  const texts = (await agent.messages(room._id)).map(({ msg }) => msg);
  expect(texts.filter((text) => text.includes('asked for'))).toEqual([]);
});

test('a department in which nobody is there is named, and somebody else gets the answer', async () => {
  const phone = await workbench.sim.customer({ name: 'Dora Deserted' });
  const { http } = await workbench.as('agent2');
  await http.post('/api/v1/livechat/agent.status', { status: 'not-available' });
  await ask({ ...about('T-dora', phone.customer.waId ?? ''), targetDepartment: 'Support' });
  await gets(phone, 'T-dora');
  await phone.say(number, 'Dora here');
  const { agent, room } = await conversationOf(workbench, 'Dora Deserted');
  expect(agent.username).toBe('agent1');
  const line = await agent.findMessage(room._id, 'asked for Support');
  expect(line.msg).toContain('Nobody was available there.');
  await http.post('/api/v1/livechat/agent.status', { status: 'available' });
});

test('a department that takes what is forwarded while nobody is there gets the answer into its queue', async () => {
  const phone = await workbench.sim.customer({ name: 'Dana Deserted' });
  const { http } = await workbench.as('agent2');
  const id = await departmentId('Support');
  const forwardsOffline = (allowReceiveForwardOffline: boolean) =>
    setDepartment(id ?? '', { name: 'Support', enabled: true, allowReceiveForwardOffline });
  await http.post('/api/v1/livechat/agent.status', { status: 'not-available' });
  await forwardsOffline(true);
  await ask({ ...about('T-dana', phone.customer.waId ?? ''), targetDepartment: 'Support' });
  await gets(phone, 'T-dana');
  await phone.say(number, 'Dana here');
  const manager = await workbench.as('manager');
  const room = await waitFor(
    async () => {
      const rooms = (await manager.rooms()).filter(({ v }) => v?.name === 'Dana Deserted');
      return rooms.find((each) => each.departmentId === id && each.servedBy === undefined);
    },
    { what: 'the conversation in the queue of Support' },
  );
  await manager.findMessage(room._id, 'Dana here');
  await workbench.idle();
  expect(await linesOf(manager, room._id)).toEqual({ transfers: 1, missed: [] });
  await forwardsOffline(false);
  await http.post('/api/v1/livechat/agent.status', { status: 'available' });
});

test.each([
  ['an agent', { targetAgent: 'agent2' }, 'agent2', []],
  ['an agent of a department', { targetAgent: 'agent2', targetDepartment: 'Support' }, 'agent2', []],
  // An app can neither see who belongs to a department nor hand a conversation on within it.
  [
    'a department',
    { targetDepartment: 'Support' },
    'agent1',
    [/asked for Support\. agent1 got this conversation, perhaps/],
  ],
])(
  '%s gets the answer, or is named, where Rocket.Chat gives it to who served last',
  async (whom, wanted, server, said) => {
    const name = `Lara of ${whom}`;
    const phone = await workbench.sim.customer({ name });
    await ask({ ...about(`T-first-${whom}`, phone.customer.waId ?? ''), targetAgent: 'agent1' });
    await gets(phone, `T-first-${whom}`);
    await phone.say(number, 'The first time');
    const first = await conversationOf(workbench, name);
    await first.agent.findMessage(first.room._id, 'The first time');
    expect(first.agent.username).toBe('agent1');
    await first.agent.close(first.room._id, 'Done');
    await workbench.setServerSetting('Livechat_last_chatted_agent_routing', true);
    await ask({ ...about(`T-again-${whom}`, phone.customer.waId ?? ''), ...wanted });
    await gets(phone, `T-again-${whom}`);
    await phone.say(number, 'The second time');
    const { agent, room } = await waitFor(
      async () => {
        const found = await conversationOf(workbench, name);
        return found.agent.username === server && found.room._id !== first.room._id && found;
      },
      { what: `the conversation to be ${server}’s` },
    );
    await agent.findMessage(room._id, 'The second time');
    await workbench.idle();
    const { transfers, missed } = await linesOf(agent, room._id);
    expect(transfers).toBe(server === 'agent2' ? 1 : 0);
    expect(missed).toEqual(said.map((words) => expect.stringMatching(words)));
    await workbench.setServerSetting('Livechat_last_chatted_agent_routing', false);
  },
);

test('whom the sender asked for and who is not there is named in the conversation', async () => {
  const phone = await workbench.sim.customer({ name: 'Olga Offline' });
  const { http } = await workbench.as('agent2');
  await http.post('/api/v1/livechat/agent.status', { status: 'not-available' });
  await ask({ ...about('T-olga', phone.customer.waId ?? ''), targetAgent: 'agent2' });
  await gets(phone, 'T-olga');
  await phone.say(number, 'Here I am');
  const { agent, room } = await conversationOf(workbench, 'Olga Offline');
  expect(agent.username).toBe('agent1');
  const line = await agent.findMessage(room._id, 'asked for agent2');
  expect(line.msg).toContain('Nobody was available there.');
  await http.post('/api/v1/livechat/agent.status', { status: 'available' });
});
