import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { settle } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
});

afterAll(() => workbench.stop());

test('a customer writes, an agent answers, and the customer reads it', async () => {
  const phone = await workbench.sim.customer({ name: 'Ana Souza' });
  await phone.say(number, 'Olá! Vocês entregam hoje?');
  const { agent, room } = await conversationOf(workbench, 'Ana Souza');
  const message = await agent.findMessage(room._id, 'Vocês entregam hoje?');
  expect(message.u.name).toBe('Ana Souza');
  await agent.send(room._id, 'Sim, até as 18h.');
  const shown = await phone.receive(number, 'Sim, até as 18h.');
  expect(shown.direction).toBe('out');
});

test('the room is a WhatsApp conversation of this number, and the visitor has the phone', async () => {
  const { room } = await conversationOf(workbench, 'Ana Souza');
  expect(room.source).toMatchObject({
    type: 'app',
    id: workbench.appId,
    label: `+${number}`,
    destination: `+${number}`,
    sidebarIcon: 'whatsapp',
  });
  expect(room.v?.username).toMatch(/^whatsapp:55\d+$/);
});

test('several first messages at once land in one room, none of them lost', async () => {
  const phone = await workbench.sim.customer({ name: 'Jonas Weber' });
  const texts = Array.from({ length: 8 }, (_, index) => `Nachricht ${index}`);
  for (const text of texts) {
    void phone.say(number, text);
  }
  const { agent, room } = await conversationOf(workbench, 'Jonas Weber');
  await agent.findMessage(room._id, 'Nachricht 7');
  await workbench.idle();
  const rooms = (await agent.rooms()).filter(({ v }) => v?.name === 'Jonas Weber');
  const shown = (await agent.messages(room._id)).filter(({ msg }) => msg.startsWith('Nachricht'));
  expect(rooms).toHaveLength(1);
  expect(shown.map(({ msg }) => msg).sort()).toEqual(texts);
});

test('messages of one second stand in the order in which their webhooks come', async () => {
  // Messages that are delivered at once may come in any order, because WhatsApp's times are in seconds.
  await workbench.sim.http.post('/switches', { webhookConcurrency: 1 });
  const phone = await workbench.sim.customer({ name: 'Mina Park' });
  const texts = Array.from({ length: 20 }, (_, index) => `Line ${index}`);
  for (const text of texts) {
    await phone.say(number, text);
  }
  await settle(workbench);
  const { agent, room } = await conversationOf(workbench, 'Mina Park');
  const shown = (await agent.messages(room._id)).filter(({ msg }) => msg.startsWith('Line'));
  expect(shown.map(({ msg }) => msg)).toEqual(texts);
});

test('what is written in rooms of other channels stays there', async () => {
  const admin = await workbench.as('admin');
  await workbench.sim.clearRequests();
  await admin.send('omnichannel-whatsapp-cloud-api-setup', 'Only for us');
  await workbench.idle();
  expect(await workbench.sim.sends()).toEqual([]);
});
