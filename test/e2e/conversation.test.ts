import { connectDemoNumber } from './support/connectDemoNumber';
import { startTestWorkbench } from './support/startTestWorkbench';
import type { TestWorkbench } from './support/TestWorkbench';

let workbench: TestWorkbench;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  await connectDemoNumber(workbench);
});

afterAll(() => workbench.stop());

test('a customer writes, an agent answers, and the customer reads it', async () => {
  const agent = await workbench.as('agent1');
  const number = workbench.demo.phoneNumber.replace(/\D/g, '');
  const phone = await workbench.sim.customer({ name: 'Ana Souza' });
  await phone.say(number, 'Olá! Vocês entregam hoje?');
  await workbench.idle();
  const room = (await agent.rooms()).find(({ t }) => t === 'l');
  expect(room?.fname ?? room?.name).toContain('Ana');
  const message = await agent.findMessage(room?._id ?? '', 'Vocês entregam hoje?');
  expect(message.u.name).toBe('Ana Souza');
  await agent.send(room?._id ?? '', 'Sim, até as 18h.');
  const shown = await phone.receive(number, 'Sim, até as 18h.');
  expect(shown.direction).toBe('out');
});
