import { request as sendRequest } from 'node:http';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { messageWebhook } from '../support/webhookBodies';
import { pathsTo, placesOf, stored } from '../support/instances/durableStore';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// Secrets and what customers write are planted, used in every way, and looked for in all that is stored, logged, printed
// and answered. Each has places where it belongs; nothing else may hold it.

const COMMAND = '/whatsapp-360d-cloud';
const WORDS = 'my secret allergy is hazelnuts';

type Planted = 'apiKey' | 'secret' | 'token' | 'words';
const PLANTED: readonly Planted[] = ['apiKey', 'secret', 'token', 'words'];

/** Where each belongs, in the database of the workspace. */
const HOMES: Record<Planted, { always: string[]; sometimes?: string[] }> = {
  // The app's own record of a connected number.
  apiKey: { always: ['records[number].data.apiKey'] },
  secret: { always: ['records[number].data.webhookSecret'] },
  // The visitor's own document and Rocket.Chat's copies of it; the app's record of the customer.
  token: {
    always: [
      ...['visitors.token', 'rooms.v.token', 'rooms.visitorToken', 'messages.token', 'uploads.visitorToken'],
      'records[conversation].data.visitor.token',
    ],
    // While the conversation waits for an agent.
    sometimes: ['inquiries.v.token'],
  },
  // Words that were said or quoted in the room, and messages that wait for an agent.
  words: {
    always: ['messages.msg', 'messages.attachments[].text', 'records[held].data.event.content.body'],
    // A webhook is kept as it came until it is worked off.
    sometimes: ['records[inbox]'],
  },
};

/** To whom each may be told, and by what: `who: address path`. */
const ANSWERS: Record<Planted, RegExp[]> = {
  // The workbench tells its own page the key of the demo number, to be pasted into Connect.
  apiKey: [/^\w+: \/api\/workbench\/info \.demo\.apiKey$/],
  secret: [],
  // Rocket.Chat gives whoever may see a conversation its room and messages as they are.
  token: [
    /^(admin|agent): (\/api\/v1\/|feed).*\.(v\.token|token)$/,
    // Every agent sees what waits in the queue.
    /^other: feed\[\]\.data\.(room|inquiry|message)\.(v\.)?token$/,
  ],
  words: [
    /^(admin|agent): (\/api\/v1\/\S+ \.messages?\b|feed)/,
    // What the simulator was asked to send is its log, in the page for everybody; what the app keeps is for admins.
    /^\w+: \/api\/workbench\/simulator\/requests \[\]\.requestBody\b/,
    /^admin: \/api\/workbench\/app\/records \[\]\.data\.(event|body)\b/,
  ],
};

let workbench: TestWorkbench;
let number: string;
let room: string;
/** The agent of the conversation, and an agent who is not part of it. */
let agentName: string;
let otherName: string;
let privateHash: string;
const planted: Record<Planted, string> = { apiKey: '', secret: '', token: '', words: WORDS };

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  ({ privateHash } = workbench.ready);
  number = await connectDemoNumber(workbench);
  planted.apiKey = workbench.demo.apiKey;
  planted.secret = String(secretOf(stored(workbench, 'records')));
  const { phone, agent, room: conversation } = await conversationWith(workbench, number, 'Hazel Nutt');
  room = conversation;
  agentName = agent.username;
  otherName = agentName === 'agent1' ? 'agent2' : 'agent1';
  planted.token = String(tokenOf(stored(workbench, 'rooms')));

  // Messages of the customer, in every kind that carries words.
  const { wamid } = await phone.say(number, WORDS);
  await phone.send(number, { type: 'image', image: { caption: WORDS } });
  await phone.send(number, { type: 'location', location: { latitude: 1, longitude: 2, name: WORDS, address: WORDS } });
  await phone.send(number, { type: 'button', button: { text: WORDS, payload: WORDS } });
  await phone.send(number, { type: 'contacts', contacts: [{ name: { formatted_name: WORDS } }] });
  await phone.send(number, { type: 'text', text: { body: `Once more: ${WORDS}` }, context: { id: wamid } });
  await phone.send(number, { type: 'something_new', something_new: { body: WORDS } });
  await agent.findMessage(room, `Once more: ${WORDS}`);

  // Commands in the customer's room, where the engine logs the room with its visitor and last message.
  for (const word of ['help', 'support', 'doctor', 'numbers', 'connect', `nonsense ${WORDS}`]) {
    await agent.runCommand(`${COMMAND} ${word}`, room);
  }
  const admin = await workbench.as('admin');
  for (const word of ['support', 'numbers', 'doctor', `nonsense ${WORDS}`]) {
    await admin.runCommand(`${COMMAND} ${word}`, room);
  }
  await admin.runCommand(`${COMMAND} connect`, room);
  await admin.modal.fill('API Key *', planted.apiKey);
  await admin.modal.fill('Phone Number *', 'no number');
  // The form stays open, so that what is stored of it is searched, too.
  await admin.modal.submit();
  expect(admin.modal.errorOf('Phone Number *')).toContain('is not a phone number');

  // The secret in every spelling of its header, twice, in the address and in the body; with bodies that are read, that make
  // no sense, and that are no JSON.
  const message = JSON.stringify(await messageWebhook(workbench, number, { waId: phone.customer.waId }, WORDS));
  const strange = JSON.stringify({ entry: [{ changes: [{ value: { messages: [{ text: WORDS }] } }] }], ...planted });
  for (const name of ['x-whatsapp-webhook-secret', 'X-WHATSAPP-WEBHOOK-SECRET', 'X-Whatsapp-Webhook-Secret']) {
    for (const body of [message, strange, `{"text": "${WORDS}`]) {
      await post('incoming', body, { [name]: planted.secret });
      await post('incoming', body, { [name]: [planted.secret, planted.secret] });
      await post('incoming', body, { [name]: planted.secret.toUpperCase() });
    }
  }
  const everywhere = { Authorization: `Bearer ${planted.apiKey}`, Cookie: `rc_token=${planted.token}` };
  await post(`incoming?${new URLSearchParams({ ...planted }).toString()}`, strange, everywhere);
  await post(`authSuccess?${new URLSearchParams({ ...planted }).toString()}`, strange, everywhere);

  // A send that fails, with its card, sent again; an edit and a deletion of the agent.
  await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
  const answer = await agent.send(room, `Thank you. ${WORDS}`);
  const card = await agent.findMessage(room, ({ blocks }) => JSON.stringify(blocks ?? []).includes('Send again'));
  await agent.clickButton(card, 'Send again');
  await phone.receive(number, `Thank you. ${WORDS}`);
  await agent.edit(answer, `${WORDS}!`);
  await agent.remove(answer);
  const seen = await agent.send(room, `Noted: ${WORDS}`);
  await phone.receive(number, `Noted: ${WORDS}`);
  await agent.react(seen._id, ':+1:');

  // Somebody whom nobody can answer now, and who waits.
  for (const name of ['agent1', 'agent2']) await (await workbench.as(name)).setAvailability('not-available');
  const waiting = await workbench.sim.customer({ name: 'Wanda Waits' });
  await waiting.say(number, WORDS);
  await waitFor(() => placesOf(workbench, WORDS).some((place) => place.startsWith('records[held]')), {
    what: 'the message to be held',
  });
  await workbench.idle();
});

afterAll(() => workbench.stop());

function secretOf(records: object[]): unknown {
  for (const record of records) {
    const data = Object(Reflect.get(record, 'data')) as { kind?: string; webhookSecret?: string };
    if (data.kind === 'number') return data.webhookSecret;
  }
  return undefined;
}

function tokenOf(rooms: object[]): unknown {
  const found = rooms.find((each) => Reflect.get(each, '_id') === room);
  return Reflect.get(Object(Reflect.get(Object(found), 'v')), 'token');
}

/** Names of headers go out as they are written, which `fetch` does not do. */
function post(path: string, body: string, headers: Record<string, string | string[]>): Promise<void> {
  const { url, appId } = workbench;
  const address = `${url}/api/apps/private/${appId}/${privateHash}/${path}`;
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } };
    const sent = sendRequest(address, options, (response) => response.resume().on('end', resolve));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** All addresses that answer a GET: those of Rocket.Chat, of the app, and of the page's API. */
function addresses(): string[] {
  const { appId } = workbench;
  const [message] = stored(workbench, 'messages').map((each) => String(Reflect.get(each, '_id')));
  const [upload] = stored(workbench, 'uploads');
  return [
    ...['me', 'users.list?count=0', 'users.info?username=agent1', 'commands.list?count=0', 'rooms.get'],
    ...[`rooms.info?roomId=${room}`, `subscriptions.getOne?roomId=${room}`, `groups.messages?roomId=${room}&count=100`],
    ...['channels', 'im'].map((kind) => `${kind}.messages?roomId=${room}&count=100`),
    ...[`livechat/${room}/messages`, `livechat/room/${room}/messages`, `chat.getMessage?msgId=${message ?? ''}`],
    ...['livechat/rooms?count=0', 'livechat/inquiries.list?count=0', 'livechat/department', 'livechat/users/agent'],
    // Rocket.Chat has it since 7.9.
    ...(workbench.server === '7.8' ? [] : ['omnichannel/outbound/providers']),
  ]
    .map((path) => `/api/v1/${path}`)
    .concat(
      ['', '/actionButtons', '/languages'].map((path) => `/api/apps${path}`),
      ['', '/apis', '/languages', '/status', '/logs?count=0', '/jobs', '/settings', '/icon'].map(
        (path) => `/api/apps/${appId}${path}`,
      ),
      [`/api/apps/public/${appId}/get-sidebar-icon`, `/api/apps/private/${appId}/${privateHash}/authSuccess`],
      ['info', 'roundtrips', 'clock', 'app/records', 'app/jobs', 'settings'].map((path) => `/api/workbench/${path}`),
      ['state', 'requests', 'deliveries', 'faults', 'templates', 'switches', 'account-events'].map(
        (path) => `/api/workbench/simulator/${path}`,
      ),
      ['/avatar/agent1', `/file-upload/${String(Reflect.get(Object(upload), '_id'))}/a.png`],
    );
}

test.each(PLANTED)('%s: stored where it belongs and nowhere else', async (what) => {
  await workbench.idle();
  const places = placesOf(workbench, planted[what]);
  expect(places).toEqual(expect.arrayContaining(HOMES[what].always));
  const allowed = [...HOMES[what].always, ...(HOMES[what].sometimes ?? [])];
  expect(places.filter((place) => !allowed.includes(place))).toEqual([]);
});

test.each(PLANTED)('%s: never in the app’s log', async (what) => {
  const logs = await workbench.logs();
  // Every door through which it came is in the log.
  const doors = ['api:incoming:post', 'slashcommand:whatsapp-360d-cloud:executor', 'app:executepostmessagesent'];
  for (const door of [...doors, 'app:executeblockactionhandler', 'app:executeviewsubmithandler']) {
    expect(logs.map(({ method }) => method.toLowerCase())).toContain(door);
  }
  expect(pathsTo(logs, planted[what], 'logs')).toEqual([]);
});

test.each(PLANTED)('%s: never printed', (what) => {
  // The first line says where the workbench is and what the demo's key is: it is made for tests to read.
  const [ready = '', ...rest] = workbench.output.split('\n');
  expect(ready).toContain('simulatorUrl');
  expect(pathsTo(rest, planted[what], 'output')).toEqual([]);
});

test.each(PLANTED)('%s: in no answer but to those whom it is for', async (what) => {
  const found = new Set<string>();
  for (const [name, username] of Object.entries({ nobody: '', admin: 'admin', agent: agentName, other: otherName })) {
    const client = username ? await workbench.as(username) : undefined;
    for (const address of addresses()) {
      const { status, body } = await (client?.http ?? workbench.http).request('GET', address);
      // An address that was misspelled here would prove nothing.
      if (name === 'admin') expect({ address, status }).toEqual({ address, status: 200 });
      const place = address.split('?')[0]?.replaceAll(room, ':rid').replaceAll(workbench.appId, ':app') ?? '';
      for (const path of pathsTo(body, planted[what], `${place} `)) found.add(`${name}: ${path}`);
    }
    for (const path of pathsTo(client?.feed.events ?? [], planted[what], 'feed')) found.add(`${name}: ${path}`);
  }
  expect([...found].filter((place) => !ANSWERS[what].some((allowed) => allowed.test(place)))).toEqual([]);
});
