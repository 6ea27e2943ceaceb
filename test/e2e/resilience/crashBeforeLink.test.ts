import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { forgetLinks } from '../support/instances/durableStore';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { settle } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import { messageWebhook } from '../support/webhookBodies';

// A power cut after something was put into the room and before the app remembered that, for each kind of it.

/** Longer than the sweep leaves alone what may still be under way. */
const MINUTES = 10;

let workbench: TestWorkbench;
let number: string;
/** Each test has a customer of its own. */
let customers = 0;
let name: string;
let phone: SimulatedPhone;
/** Webhooks by what the app files them under. */
let bodies: Map<string, unknown>;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  await workbench.setServerSetting('Workbench_Role_App_Has_View_Livechat_Rooms', true);
  number = await connectDemoNumber(workbench);
});

beforeEach(async () => {
  customers += 1;
  name = `Customer ${customers}`;
  phone = await workbench.sim.customer({ name });
  bodies = new Map();
});

afterAll(() => workbench.stop());

/** Sends something whose webhook will be left unremembered; resolves when it is worked off. */
async function send(message: Record<string, unknown>, filedUnder?: string): Promise<void> {
  const before = Math.max(0, ...(await workbench.sim.deliveries()).map(({ id }) => id));
  const { wamid } = await phone.send(number, message);
  const { id } = await waitFor(
    async () =>
      (await workbench.sim.deliveries()).find(({ id, summary }) => id > before && !summary.includes('status')),
    { what: 'the webhook' },
  );
  await settle(workbench);
  const { body } = await workbench.sim.http.get<{ body: unknown }>(`/deliveries/${id}`);
  bodies.set(filedUnder ?? wamid, typeof body === 'string' ? JSON.parse(body) : body);
}

/** Something of so many seconds ago comes; as `send`. */
async function hear(message: Record<string, unknown> & { id: string }, seconds: number): Promise<void> {
  const { now } = await workbench.sim.state();
  const timestamp = String(Math.floor(now / 1_000) - seconds);
  const body = await messageWebhook(workbench, number, phone.customer, { ...message, timestamp });
  await workbench.sim.webhook(number, body);
  await settle(workbench);
  bodies.set(message.id, body);
}

async function shown() {
  const { agent, room } = await conversationOf(workbench, name);
  const messages = await agent.messages(room._id, 200);
  return messages.map(({ t, msg, u, attachments, reactions }) => ({
    t,
    msg,
    by: u.username,
    attachments,
    reactions: Object.keys(reactions ?? {}),
  }));
}

/** Cuts the power before what was sent was remembered, and lets the sweep find it. */
async function comeBack(): Promise<void> {
  await waitFor(
    async () => {
      const links = (await workbench.records()).filter(({ data }) => data.kind === 'link');
      return [...bodies.keys()].every((wamid) => links.some(({ data }) => data.wamid === wamid));
    },
    { what: 'everything to be remembered' },
  );
  await workbench.kill();
  expect(forgetLinks(workbench.dataDir, bodies).sort()).toEqual([...bodies.keys()].sort());
  await workbench.restart({ later: MINUTES });
  const { http } = await workbench.as('admin');
  const jobs = await http.get<{ id: string; processorId: string }[]>('/api/workbench/app/jobs');
  await http.post(
    `/api/workbench/app/jobs/${jobs.find(({ processorId }) => processorId === 'every-minute')?.id ?? ''}`,
  );
  await settle(workbench);
}

const text = (body: string) => ({ type: 'text', text: { body } });

test('what stands in an open room, or was changed in it, stays as it is', async () => {
  await workbench.setServerSetting('Message_MaxAllowedSize', 100);
  await hear({ ...text('Written long ago'), id: 'wamid.late' }, 600);
  // It stands behind the late one, with a line below it that is not about being late.
  const row = { id: 'row', title: 'Tomorrow', description: 'In the morning' };
  await hear({ type: 'interactive', interactive: { type: 'list_reply', list_reply: row }, id: 'wamid.row' }, 20);
  const targets = [];
  for (const body of ['I want two', 'Forget this', 'Like this']) {
    targets.push((await phone.say(number, body)).wamid);
    await settle(workbench);
  }
  const [edited, revoked, liked] = targets;
  await send({ type: 'edit', edit: { original_message_id: edited, message: text('I want three') } });
  await send({ type: 'revoke', revoke: { original_message_id: revoked } });
  await send({ type: 'reaction', reaction: { message_id: liked, emoji: '👍' } });
  await send(text('Hello'));
  await send(text(Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')));
  await send(text('again '.repeat(60)));
  await send({ ...text('An answer'), context: { id: liked } });
  await send({ type: 'location', location: { latitude: 1, longitude: 2, name: 'Here' } });
  await send({ type: 'reaction', reaction: { message_id: 'wamid.campaign', emoji: '🎉' } });
  await send({ type: 'edit', edit: { original_message_id: 'wamid.x', message: text('Unknown, edited') } });
  await send({ type: 'revoke', revoke: { original_message_id: 'wamid.y' } });
  await send({ type: 'echo', message: text('From the phone') });
  await send({ type: 'echo', message: text(Array.from({ length: 40 }, (_, index) => `echo${index}`).join(' ')) });
  await send({ type: 'identity-change' });
  for (const event of ['connect', 'terminate']) {
    await send({ type: 'call', call: { id: 'wacid.1', event, duration: 0 } }, `wacid.1 ${event}`);
  }
  const before = await shown();
  expect(JSON.stringify(before)).toMatch(/I want three[^]*I want two[^]*Missed call/);
  await comeBack();
  expect(await shown()).toEqual(before);
  await workbench.setServerSetting('Message_MaxAllowedSize', 5_000);
});

test.each([
  ['an edit', { type: 'edit', edit: { original_message_id: 'wamid.z', message: text('Unknown, edited') } }],
  ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.advert', emoji: '🎉' } }],
])('%s that is the first sign of somebody, and opens a conversation, comes once', async (_what, message) => {
  await send(message);
  const before = await shown();
  await comeBack();
  expect(await shown()).toEqual(before);
});

test('what is kept for the next conversation is told once, and so is the missed call that opens it', async () => {
  await phone.say(number, 'Hello');
  const { agent, room } = await conversationOf(workbench, name);
  await agent.findMessage(room._id, 'Hello');
  await agent.close(room._id, 'Done');
  await settle(workbench);
  await send({ type: 'echo', message: text('From the phone') });
  await send({ type: 'identity-change' });
  await comeBack();
  await send({ type: 'call', call: { id: 'wacid.2', event: 'terminate', duration: 0 } }, 'wacid.2 terminate');
  const before = await shown();
  expect(
    before
      .map(({ msg }) => msg)
      .join('\n')
      .match(/From the phone|security code|Missed call/g),
  ).toHaveLength(3);
  // The first two once more, though they were told by now.
  await comeBack();
  expect(await shown()).toEqual(before);
});
