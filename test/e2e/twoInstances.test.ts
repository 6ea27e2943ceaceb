import { connectDemoNumber } from './support/connectDemoNumber';
import { conversationWith } from './support/conversationWith';
import { openBehind } from './support/durableStore';
import type { Behind } from './support/durableStore';
import { messageWebhook, textWebhook, webhookOf } from './support/webhookBodies';
import { PIXEL } from './support/pixel';
import type { SimulatedCustomer, SimulatedRequest } from './support/SimulatorClient';
import { runJobs } from './support/settle';
import { startSecondInstance } from './support/startSecondInstance';
import type { SecondInstance } from './support/startSecondInstance';
import { startTestWorkbench } from './support/startTestWorkbench';
import type { TestWorkbench } from './support/TestWorkbench';
import { ClientScreen } from './support/ui/ClientScreen';
import { findButton } from './support/ui/blocks';
import { waitFor } from './support/waitFor';
import type { WireMessage } from './support/WireDocuments';

// A cluster: two instances, each with a sandbox of the app of its own, over one store.

const TRIES = 100;

let workbench: TestWorkbench;
let second: SecondInstance;
let behind: Behind;
let number: string;
let headers: Record<string, string>;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench, { 'Conversation Finished Message (optional)': 'Goodbye!' });
  ({ headers } = await workbench.dialog360.get<{ headers: Record<string, string> }>('/v1/configs/webhook'));
  second = await startSecondInstance(workbench);
  behind = openBehind(workbench, workbench.dataDir);
});

afterAll(async () => {
  behind.store.close();
  await second.stop();
  await workbench.stop();
});

const visitorsNamed = (name: string) => behind.store.visitors.where('1').filter((each) => each.name === name).length;

/** A webhook with new texts of one customer. */
const webhook = (customer: SimulatedCustomer, ...texts: string[]) =>
  textWebhook(
    workbench.sim,
    number,
    customer,
    texts.map((body) => ({ body })),
  );

async function post(url: string, body: unknown): Promise<number> {
  const options = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } };
  return (await fetch(url, { ...options, body: JSON.stringify(body) })).status;
}

async function idle(): Promise<void> {
  await Promise.all([workbench.idle(), second.idle()]);
}

/** Gives the same webhook to both at once. */
async function postToBoth(body: unknown): Promise<void> {
  const urls = [workbench.privateUrl('incoming'), second.webhookUrl];
  expect(await Promise.all(urls.map((url) => post(url, body)))).toEqual([200, 200]);
  await idle();
}

test.each([
  ['one message', 'Ana Souza', ['']],
  ['several messages', 'Ben Okafor', [' a', ' b', ' c']],
])('the same webhook with %s at both at once puts nothing twice into the room', async (_what, name, parts) => {
  const { phone, agent, room } = await conversationWith(workbench, number, name);
  const texts = Array.from({ length: TRIES }, (_, at) => parts.map((part) => `Try ${at}${part}`));
  for (const each of texts) {
    await postToBoth(await webhook(phone.customer, ...each));
  }
  const shown = (await agent.messages(room, 0)).map(({ msg }) => msg).filter((msg) => msg.startsWith('Try'));
  expect(shown).toHaveLength(TRIES * parts.length);
  expect(shown.sort()).toEqual(texts.flat().sort());
});

/** The messages of the customer's only open room, once it has this many of theirs; a file by its type. */
async function onlyRoomOf(name: string, count: number): Promise<string[]> {
  const manager = await workbench.as('manager');
  return waitFor(
    async () => {
      const [room, ...others] = (await manager.conversations(true)).filter(({ v }) => v?.name === name);
      const messages = room ? await manager.messages(room._id) : [];
      const own = messages.filter(({ token, t }) => token && !t).map(({ msg, file }) => file?.type ?? msg);
      return others.length === 0 && own.length >= count && own;
    },
    { what: `one open room of ${name} with everything in it`, timeout: 10_000 },
  );
}

test('a customer’s first two messages at two instances at once stand in the one room of one visitor, in order', async () => {
  const manager = await workbench.as('manager');
  for (let at = 0; at < 6; at += 1) {
    const name = `New customer ${at}`;
    const phone = await workbench.sim.customer({ name });
    await Promise.all([
      post(workbench.privateUrl('incoming'), await webhook(phone.customer, 'First')),
      post(second.webhookUrl, await webhook(phone.customer, 'Second')),
    ]);
    await idle();
    expect((await onlyRoomOf(name, 2)).sort()).toEqual(['First', 'Second']);
    await post(second.webhookUrl, await webhook(phone.customer, 'Third'));
    const said = await onlyRoomOf(name, 3);
    expect([...said.slice(0, 2).sort(), said[2]]).toEqual(['First', 'Second', 'Third']);
    await idle();
    expect(await onlyRoomOf(name, 3)).toEqual(said);
    // Nor was there another one, which is closed by now.
    const rooms = (await manager.conversations()).filter(({ v }) => v?.name === name);
    expect(rooms).toHaveLength(1);
    expect(visitorsNamed(name)).toBe(1);
    expect(await phone.received(number)).toEqual([]);
  }
});

test('two rooms that both notice at the same moment are made one, without anything twice', async () => {
  for (let at = 0; at < 6; at += 1) {
    const name = `Busy customer ${at}`;
    const { customer } = await workbench.sim.customer({ name });
    const urls = [workbench.privateUrl('incoming'), second.webhookUrl];
    const texts = urls.flatMap((_, index) => [1, 2, 3].map((each) => `${index} ${each}`));
    for (const each of [1, 2, 3]) {
      const bodies = await Promise.all(urls.map((_, index) => webhook(customer, `${index} ${each}`)));
      await Promise.all(urls.map((url, index) => post(url, bodies[index])));
    }
    await idle();
    // Messages that came while the rooms were merged are moved with the next message.
    await post(second.webhookUrl, await webhook(customer, 'Last'));
    await onlyRoomOf(name, 7);
    await idle();
    expect((await onlyRoomOf(name, 7)).sort()).toEqual([...texts, 'Last'].sort());
  }
});

test('a file among the first messages at two instances stands in the one room as well', async () => {
  for (let at = 0; at < 4; at += 1) {
    const name = `Customer with picture ${at}`;
    const phone = await workbench.sim.customer({ name });
    await Promise.all([
      phone.send(
        number,
        { type: 'image', image: {} },
        { file: { base64: PIXEL.toString('base64'), mime: 'image/png' } },
      ),
      webhook(phone.customer, 'Text').then((body) => post(second.webhookUrl, body)),
    ]);
    await idle();
    await phone.say(number, 'Next');
    await onlyRoomOf(name, 3);
    await idle();
    expect((await onlyRoomOf(name, 3)).sort()).toEqual(['Next', 'Text', 'image/png']);
  }
});

describe('news of one message at both at once', () => {
  const TIMES = 5;
  const seconds = (at: number) => String(Math.floor(at / 1_000));

  test('a failure leaves one card, and what may succeed later is sent once more', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Ora Lang');
    const { waId = '' } = phone.customer;
    const failBoth = async (text: string, code: number) => {
      await agent.send(room, text);
      const { wamid } = await phone.receive(number, text);
      const timestamp = seconds((await workbench.sim.state()).now);
      const status = { id: wamid, status: 'failed', timestamp, recipient_id: waId, errors: [{ code, title: 'no' }] };
      await postToBoth(await webhookOf(workbench.sim, number, { statuses: [status] }));
    };
    await workbench.sim.fault('status-dropped', { which: 'all' });
    try {
      for (let at = 0; at < TIMES; at += 1) await failBoth(`Lost ${at}`, 131026);
      const isCard = ({ blocks }: WireMessage) => JSON.stringify(blocks ?? []).includes('Lost');
      expect((await agent.messages(room, 0)).filter(isCard)).toHaveLength(TIMES);
      await failBoth('For the moment', 131016);
      await workbench.travel(1);
      await agent.send(room, 'Behind it');
      await phone.receive(number, 'Behind it');
      const bodies = (await phone.received(number)).map(({ message }) => message.text?.body);
      expect(bodies.slice(TIMES)).toEqual(['For the moment', 'For the moment', 'Behind it']);
    } finally {
      await workbench.sim.clearFaults();
    }
  });

  test('the line below the newest message does not go back when each of them sent a message', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Rea Voss');
    const { waId = '' } = phone.customer;
    const there = second.clientOf(agent.http);
    const urls = [workbench.privateUrl('incoming'), second.webhookUrl] as const;
    const lines = async () => {
      const own = agent.ephemeral.filter(({ rid }) => rid === room);
      const others = (await second.ephemeral()).filter(({ rid }) => rid === room);
      return [...own, ...others].filter(({ _id }) => _id.includes('delivery')).map(({ ts }) => new Date(ts).getTime());
    };
    const tell = async (url: string, wamid: string, status: string) => {
      const timestamp = seconds((await workbench.sim.state()).now);
      const item = { id: wamid, status, timestamp, recipient_id: waId };
      expect(await post(url, await webhookOf(workbench.sim, number, { statuses: [item] }))).toBe(200);
      await idle();
      // The line moves once a second.
      await workbench.travel(1 / 30);
      await idle();
    };
    await workbench.sim.fault('status-dropped', { which: 'all' });
    try {
      for (let at = 0; at < 2; at += 1) {
        const older = await agent.send(room, `Older ${at}`);
        const { wamid: first } = await phone.receive(number, `Older ${at}`);
        await idle();
        const [here, elsewhere] = at === 0 ? [urls[1], urls[0]] : urls;
        await tell(here, first, 'delivered');
        await there.post('/api/v1/chat.sendMessage', { message: { rid: room, msg: `Newer ${at}` } });
        const { wamid: later } = await phone.receive(number, `Newer ${at}`);
        await idle();
        await tell(elsewhere, later, 'delivered');
        const before = await lines();
        expect(before.filter((each) => each > new Date(older.ts).getTime() + 1)).toHaveLength(1);
        // The one that has shown nothing of the newer message hears of the older one.
        await tell(here, first, 'read');
        expect(await lines()).toEqual(before);
      }
    } finally {
      await workbench.sim.clearFaults();
    }
  });

  test('of two reactions one stands, and an older one that comes later changes nothing', async () => {
    await workbench.setServerSetting('Workbench_Role_App_Has_View_Livechat_Rooms', true);
    // Before 8.4 apps cannot react: lines say it.
    const { reactsByUpdater } = behind.workspace.traits;
    const { phone, agent, room } = await conversationWith(workbench, number, 'Pia Holt');
    const { now } = await workbench.sim.state();
    const react = async (url: string, target: string, emoji: string, at = now) => {
      const reaction = { type: 'reaction', timestamp: seconds(at), reaction: { message_id: target, emoji } };
      expect(await post(url, await messageWebhook(workbench, number, phone.customer, reaction))).toBe(200);
    };
    const urls = [workbench.privateUrl('incoming'), second.webhookUrl] as const;
    const standing = async (text: string) => Object.keys((await agent.findMessage(room, text)).reactions ?? {});
    for (let at = 0; at < TIMES; at += 1) {
      const { wamid } = await phone.say(number, `React to ${at}`);
      await agent.findMessage(room, `React to ${at}`);
      await idle();
      await Promise.all([react(urls[0], wamid, '👍'), react(urls[1], wamid, '🎉')]);
      await idle();
      const both = await standing(`React to ${at}`);
      expect(both).toHaveLength(reactsByUpdater ? 1 : 0);
      await react(urls[at % 2 ? 0 : 1], wamid, '😍', now - 60_000);
      await idle();
      expect(await standing(`React to ${at}`)).toEqual(both);
    }
  });
});

describe('what two agents do at both at once', () => {
  const TIMES = 4;
  const PIECES = 5;

  test('a long message goes out whole before what is written later at the other one', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Sol Berg');
    const there = second.clientOf(agent.http);
    const expected: string[] = [];
    await workbench.setServerSetting('Message_MaxAllowedSize', 20_000);
    await workbench.sim.fault('slow-answer', { ms: 150, on: 'send' });
    try {
      for (let at = 0; at < TIMES; at += 1) {
        const pieces = Array.from({ length: PIECES }, (_, piece) => `${at}.${piece} ${'word '.repeat(700)}`);
        await agent.send(room, pieces.join('\n\n'));
        await phone.receive(number, `${at}.0`);
        await there.post('/api/v1/chat.sendMessage', { message: { rid: room, msg: `After ${at}` } });
        await phone.receive(number, `After ${at}`);
        expected.push(...pieces.map((piece) => piece.slice(0, 3)), `After ${at}`);
      }
    } finally {
      await workbench.sim.clearFaults();
    }
    const bodies = (await phone.received(number)).map(({ message }) => message.text?.body ?? '');
    expect(bodies.map((body) => (body.startsWith('After') ? body : body.slice(0, 3)))).toEqual(expected);
  });

  test('of two reactions to one message the customer keeps the later one', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Tom Hale');
    const there = second.clientOf((await workbench.as('manager')).http);
    for (let at = 0; at < TIMES; at += 1) {
      const { wamid } = await phone.say(number, `React to ${at}`);
      const { _id: messageId } = await agent.findMessage(room, `React to ${at}`);
      await Promise.all([
        agent.react(messageId, ':thumbsup:'),
        there.post('/api/v1/chat.react', { messageId, emoji: ':tada:' }),
      ]);
      await idle();
      const { reactions = {} } = await agent.findMessage(room, `React to ${at}`);
      const last = Object.keys(reactions).at(-1) ?? '';
      const shown = (await phone.chat(number)).find((each) => each.wamid === wamid)?.reactions ?? [];
      const seen = shown.filter(({ from }) => from === 'business').map(({ emoji }) => emoji);
      expect([at, seen]).toEqual([at, [last === ':tada:' ? '🎉' : '👍']]);
    }
  });
});

describe('a message that waits for its customer', () => {
  /** A customer for whom a message waits, as the first instance knows. */
  async function waiting(name: string, text: string, before?: (customer: SimulatedCustomer) => Promise<unknown>) {
    const { phone, agent, room } = await conversationWith(workbench, number, name);
    await before?.(phone.customer);
    // WhatsApp tells whole seconds: what the customer wrote in the second of the card would count as their answer.
    await workbench.travel(0.1);
    await workbench.sim.fault('error-code', { code: 131047, on: 'send' }, { times: 1 });
    await agent.send(room, text);
    const shows = (button: string) => (message: WireMessage) =>
      message.msg.includes(text) && JSON.stringify(message.blocks ?? []).includes(button);
    await agent.clickButton(await agent.findMessage(room, shows('Send when they answer')), 'Send when they answer');
    await agent.findMessage(room, shows('Do not send'));
    const { now: at } = await workbench.sim.state();
    const answer = (body: string) => textWebhook(workbench.sim, number, phone.customer, [{ body, at }]);
    const expectOnce = async () => {
      await phone.receive(number, text);
      await agent.send(room, 'That was all');
      await phone.receive(number, 'That was all');
      await idle();
      expect((await phone.received(number)).map(({ message }) => message.text?.body)).toEqual([text, 'That was all']);
    };
    return { answer, expectOnce };
  }

  test('is sent once when the customer’s answer comes to both', async () => {
    const { answer, expectOnce } = await waiting('Kim Lee', 'Your keys are here');
    await postToBoth(await answer('Are they there?'));
    await expectOnce();
  });

  test('is sent once when the answer comes to the other one, which remembers the customer without it', async () => {
    const tell = async (customer: SimulatedCustomer) =>
      expect(await post(second.webhookUrl, await webhook(customer, 'Hello over there'))).toBe(200);
    const { answer, expectOnce } = await waiting('Lea Moser', 'Your coat is here', tell);
    expect(await post(second.webhookUrl, await answer('Is it there?'))).toBe(200);
    await idle();
    await Promise.all([runJobs(workbench, 'send-kept'), runJobs(workbench, 'send-kept')]);
    await expectOnce();
  });
});

describe('templates that a program asks both instances for', () => {
  const waIds = Array.from({ length: 30 }, (_, at) => `55119555${80_000 + at}`);
  const request = (ticket: string) => ({
    phoneNumbers: waIds,
    connectedWhatsAppNo: number,
    template: {
      name: 'ticket_update',
      language: { code: 'en' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', parameter_name: 'customer_name', text: 'Ana' },
            { type: 'text', parameter_name: 'ticket_id', text: ticket },
          ],
        },
      ],
    },
  });
  const ask = async (url: string, ticket: string, key: string) => {
    const options = { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key } };
    return (await fetch(url, { ...options, body: JSON.stringify(request(ticket)) })).status;
  };
  const urls = () => [
    workbench.privateUrl('templateMessage'),
    second.webhookUrl.replace('incoming', 'templateMessage'),
  ];
  /** The recipients of the ticket, once nothing is queued any more. */
  const reached = async (ticket: string) => {
    const isQueueEmpty = async () =>
      (await workbench.records()).every(({ data }) => data['kind'] !== 'template-queued');
    await waitFor(isQueueEmpty, { what: 'all to be sent' });
    const requests = await workbench.sim.http.get<SimulatedRequest[]>('/requests', { limit: 1_000 });
    const isIt = ({ requestBody }: SimulatedRequest) => JSON.stringify(requestBody ?? {}).includes(`"${ticket}"`);
    return requests.filter(isIt).map(({ requestBody }) => String(requestBody?.['to']));
  };

  beforeAll(async () => {
    const isRead = ({ data }: { data: Record<string, unknown> }) => data['kind'] === 'templates' && 'readAt' in data;
    await waitFor(async () => (await workbench.records()).some(isRead), { what: 'the templates of the number' });
  });

  test('go to everybody once where it is the same request', async () => {
    const answers = await Promise.all(urls().map((url) => ask(url, 'T-same', 'the-same-key')));
    expect(answers).toEqual([200, 200]);
    expect((await reached('T-same')).sort()).toEqual(waIds);
  });

  test('go to everybody once for each of two requests, whichever of them sends', async () => {
    const [first = '', other = ''] = urls();
    expect(await Promise.all([ask(first, 'T-one', 'key-one'), ask(other, 'T-two', 'key-two')])).toEqual([200, 200]);
    expect((await reached('T-one')).sort()).toEqual(waIds);
    expect((await reached('T-two')).sort()).toEqual(waIds);
  });
});

test('a file that could not be fetched comes once when it is asked for at both at once', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Noa Stern');
  const names = Array.from({ length: 4 }, (_, at) => `plan-${at}.png`);
  const isFile = (name: string) => (message: WireMessage) => message.file?.name === name;
  try {
    for (const filename of names) {
      await workbench.sim.fault('media-damaged', { how: 'shortened' });
      const file = { base64: PIXEL.toString('base64'), mime: 'image/png', filename };
      await phone.send(number, { type: 'document', document: {} }, { file });
      const isCard = ({ msg, blocks }: WireMessage) => Boolean(blocks) && msg.includes(filename);
      const card = await agent.findMessage(room, isCard, { timeout: 20_000 });
      await idle();
      await workbench.sim.clearFaults();
      await workbench.sim.fault('media-slow', { ms: 300 });
      const screen = new ClientScreen(second.clientOf(agent.http));
      const press = pressOf(card, 'Try again');
      await Promise.all([agent.clickButton(card, 'Try again'), screen.interact(press.appId, press.interaction)]);
      await agent.findMessage(room, isFile(filename));
      await idle();
      expect((await agent.messages(room)).filter(isFile(filename))).toHaveLength(1);
      expect((await agent.messages(room)).some(isCard)).toBe(false);
    }
  } finally {
    await workbench.sim.clearFaults();
  }
});

/** The interaction that a client sends when somebody presses a button of a message. */
function pressOf(message: WireMessage, label: string) {
  const { appId, actionId, blockId, value = '' } = findButton(message.blocks ?? [], label);
  const container = { type: 'message', id: message._id };
  const payload = { blockId, value };
  const interaction = { type: 'blockAction', actionId, payload, container, rid: message.rid, mid: message._id };
  return { appId: appId ?? 'core', interaction };
}
