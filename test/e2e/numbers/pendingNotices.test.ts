import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { settle } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

// Events of a customer while no conversation is open: none may get lost.

const BEFORE = 'Before this conversation was opened';

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
});

afterAll(() => workbench.stop());

/** A customer whose conversation was closed. */
async function closedWith(name: string): Promise<SimulatedPhone> {
  const phone = await workbench.sim.customer({ name });
  await phone.say(number, 'Hello');
  const { agent, room } = await conversationOf(workbench, name);
  // The room is there before what they wrote; closed between, it would open another one.
  await agent.findMessage(room._id, 'Hello');
  await agent.close(room._id, 'Done');
  await settle(workbench);
  return phone;
}

async function roomsOf(name: string) {
  const rooms = await (await workbench.as('manager')).conversations();
  return rooms.filter(({ v }) => v?.name === name);
}

/** The messages of the customer's open conversation, without Rocket.Chat's own lines. */
async function saidTo(name: string, last: string): Promise<string[]> {
  const { agent, room } = await conversationOf(workbench, name);
  await agent.findMessage(room._id, last);
  await settle(workbench);
  return (await agent.messages(room._id)).filter(({ t }) => t === undefined).map(({ msg }) => msg);
}

test('what happens while no conversation is open is told in the next one, in order, with its time, and once', async () => {
  const phone = await closedWith('Ana Souza');
  await phone.send(number, { type: 'echo', message: { type: 'text', text: { body: 'We called you back' } } });
  await settle(workbench);
  await phone.send(number, { type: 'reaction', reaction: { message_id: 'wamid.campaign', emoji: '👍' } });
  await settle(workbench);
  await phone.send(number, { type: 'revoke', revoke: { original_message_id: 'wamid.elsewhere' } });
  await phone.send(number, { type: 'call', call: { event: 'terminate' } });
  await phone.send(number, { type: 'identity-change' });
  await settle(workbench);
  expect(await roomsOf('Ana Souza')).toHaveLength(1);

  await phone.say(number, 'Are you there?');
  const said = await saidTo('Ana Souza', 'Are you there?');
  expect(said).toEqual([expect.stringContaining(BEFORE), 'Are you there?']);
  const lines = said[0]?.split('\n').slice(1) ?? [];
  for (const line of lines) expect(line).toMatch(/^\*.*20\d\d.*UTC\* \S/);
  for (const words of ['We called you back', '👍', 'deleted an earlier message', 'Call ended', 'security code']) {
    expect(lines.filter((line) => line.includes(words))).toHaveLength(1);
  }
  expect(lines[0]).toContain('We called you back');
  expect(lines[1]).toContain('👍');

  const { agent, room } = await conversationOf(workbench, 'Ana Souza');
  await agent.close(room._id, 'Done');
  await settle(workbench);
  await phone.say(number, 'One more thing');
  expect(await saidTo('Ana Souza', 'One more thing')).toEqual(['One more thing']);
});

test('what the business wrote from a phone to somebody new is told when they answer', async () => {
  const phone = await workbench.sim.customer({ name: 'Ben Okafor' });
  await phone.send(number, { type: 'echo', message: { type: 'text', text: { body: 'Your parcel is here' } } });
  await settle(workbench);
  expect(await roomsOf('Ben Okafor')).toEqual([]);
  await phone.say(number, 'Thank you!');
  const said = await saidTo('Ben Okafor', 'Thank you!');
  expect(said).toEqual([expect.stringContaining('Your parcel is here'), 'Thank you!']);
});

test('what was sent from a phone stands in an open conversation in its place, changes included', async () => {
  const phone = await workbench.sim.customer({ name: 'Cleo Martin' });
  await phone.say(number, 'Which price?');
  await conversationOf(workbench, 'Cleo Martin');
  await settle(workbench);
  await phone.send(number, { type: 'echo', message: { type: 'text', text: { body: 'Ten' } } });
  await settle(workbench);
  const edit = { original_message_id: 'wamid.ten', message: { type: 'text', text: { body: 'Eleven' } } };
  await phone.send(number, { type: 'echo', message: { type: 'edit', edit } });
  await settle(workbench);
  await phone.say(number, 'Good');
  const said = await saidTo('Cleo Martin', 'Good');
  expect(said).toEqual(['Which price?', expect.stringMatching(/: Ten$/), expect.stringMatching(/: Eleven$/), 'Good']);
});

test.each([
  ['who is known', () => closedWith('Dario Neri'), 'Dario Neri'],
  ['who is new', () => workbench.sim.customer({ name: 'Eva Lund' }), 'Eva Lund'],
])('a missed call of somebody %s opens a conversation, once', async (_who, customer, name) => {
  const phone = await customer();
  const before = (await roomsOf(name)).length;
  const call = { type: 'call', call: { id: `wacid.${name}`, event: 'terminate', duration: 0, status: 'FAILED' } };
  await phone.send(number, { ...call, call: { ...call.call, event: 'connect' } });
  await settle(workbench);
  expect(await roomsOf(name)).toHaveLength(before);
  await phone.send(number, call);
  await phone.send(number, call);
  const said = await saidTo(name, 'Missed call');
  expect(said).toEqual([expect.stringContaining('Missed call')]);
  expect(await roomsOf(name)).toHaveLength(before + 1);
});
