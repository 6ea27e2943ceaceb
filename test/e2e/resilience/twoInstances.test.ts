import { Cluster } from '../support/instances/Cluster';
import { runJobs } from '../support/clients/settle';
import { conversationWith } from '../support/conversationWith';
import { openBehind } from '../support/instances/durableStore';
import type { Behind } from '../support/instances/durableStore';
import { messageWebhook, webhookOf } from '../support/webhookBodies';
import { PIXEL } from '../support/pixel';
import type { SecondInstance } from '../support/instances/startSecondInstance';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { ClientScreen } from '../support/ui/ClientScreen';
import { findButton } from '../support/ui/blocks';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

// A cluster: two instances, each with a sandbox of the app of its own, over one store.

/** Customers whose webhooks come at the same time, and how many come one after another. */
const CUSTOMERS = 10;
const TRIES = 10;

let cluster: Cluster;
let workbench: TestWorkbench;
let second: SecondInstance;
let behind: Behind;
let number: string;

beforeAll(async () => {
  cluster = await Cluster.start();
  ({ workbench, second, number } = cluster);
  behind = openBehind(workbench, workbench.dataDir);
});

afterAll(async () => {
  behind.store.close();
  await cluster.stop();
});

const visitorsNamed = (name: string) => behind.store.visitors.where('1').filter((each) => each.name === name).length;

test.each([
  ['one message', 'Ana Souza', ['']],
  ['several messages', 'Ben Okafor', [' a', ' b', ' c']],
])('the same webhook with %s at both at once puts nothing twice into the room', async (_what, name, parts) => {
  const conversations = [];
  for (let at = 0; at < CUSTOMERS; at += 1) {
    conversations.push(await conversationWith(workbench, number, `${name} ${at}`));
  }
  const texts = Array.from({ length: TRIES }, (_, at) => parts.map((part) => `Try ${at}${part}`));
  for (const each of texts) {
    const bodies = conversations.map(({ phone }) => cluster.webhook(phone.customer, ...each));
    await cluster.postToBoth(...(await Promise.all(bodies)));
  }
  for (const { agent, room } of conversations) {
    const shown = (await agent.messages(room, 0)).map(({ msg }) => msg).filter((msg) => msg.startsWith('Try'));
    expect(shown.sort()).toEqual(texts.flat().sort());
  }
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
      cluster.post(workbench.privateUrl('incoming'), await cluster.webhook(phone.customer, 'First')),
      cluster.post(second.webhookUrl, await cluster.webhook(phone.customer, 'Second')),
    ]);
    await cluster.idle();
    expect((await onlyRoomOf(name, 2)).sort()).toEqual(['First', 'Second']);
    await cluster.post(second.webhookUrl, await cluster.webhook(phone.customer, 'Third'));
    const said = await onlyRoomOf(name, 3);
    expect([...said.slice(0, 2).sort(), said[2]]).toEqual(['First', 'Second', 'Third']);
    await cluster.idle();
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
      const bodies = await Promise.all(urls.map((_, index) => cluster.webhook(customer, `${index} ${each}`)));
      await Promise.all(urls.map((url, index) => cluster.post(url, bodies[index])));
    }
    await cluster.idle();
    // Messages that came while the rooms were merged are moved with the next message.
    await cluster.post(second.webhookUrl, await cluster.webhook(customer, 'Last'));
    await onlyRoomOf(name, 7);
    await cluster.idle();
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
      cluster.webhook(phone.customer, 'Text').then((body) => cluster.post(second.webhookUrl, body)),
    ]);
    await cluster.idle();
    await phone.say(number, 'Next');
    await onlyRoomOf(name, 3);
    await cluster.idle();
    expect((await onlyRoomOf(name, 3)).sort()).toEqual(['Next', 'Text', 'image/png']);
  }
});

describe('news of one message at both at once', () => {
  const TIMES = 5;
  const seconds = (at: number) => String(Math.floor(at / 1_000));

  type Conversation = Awaited<ReturnType<typeof conversationWith>>;

  /** Tells one of both a status of a message; resolves when the line has moved, if it does. */
  async function tellOne({ phone }: Conversation, news: { url: string; wamid: string; status: string }) {
    const timestamp = seconds((await workbench.sim.state()).now);
    const item = { id: news.wamid, status: news.status, timestamp, recipient_id: phone.customer.waId };
    expect(await cluster.post(news.url, await webhookOf(workbench.sim, number, { statuses: [item] }))).toBe(200);
    await cluster.idle();
    // The line moves once a second.
    await workbench.travel(1 / 30);
    await cluster.idle();
  }

  /** The times of the lines that either of them has shown the agent. */
  async function linesFor({ agent, room }: Conversation): Promise<number[]> {
    const shown = [...agent.ephemeral, ...(await second.ephemeral())];
    const lines = shown.filter(({ rid, _id }) => rid === room && _id.includes('delivery'));
    return lines.map(({ ts }) => new Date(ts).getTime());
  }

  test('a failure leaves one card, and what may succeed later is sent once more', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Ora Lang');
    const { waId = '' } = phone.customer;
    const failBoth = async (text: string, code: number) => {
      await agent.send(room, text);
      const { wamid } = await phone.receive(number, text);
      const timestamp = seconds((await workbench.sim.state()).now);
      const status = { id: wamid, status: 'failed', timestamp, recipient_id: waId, errors: [{ code, title: 'no' }] };
      await cluster.postToBoth(await webhookOf(workbench.sim, number, { statuses: [status] }));
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
    const rea = await conversationWith(workbench, number, 'Rea Voss');
    const { phone, agent, room } = rea;
    const there = second.clientOf(agent.http);
    const urls = [workbench.privateUrl('incoming'), second.webhookUrl] as const;
    const lines = () => linesFor(rea);
    const tell = (url: string, wamid: string, status: string) => tellOne(rea, { url, wamid, status });
    await workbench.sim.fault('status-dropped', { which: 'all' });
    try {
      for (let at = 0; at < 2; at += 1) {
        const older = await agent.send(room, `Older ${at}`);
        const { wamid: first } = await phone.receive(number, `Older ${at}`);
        await cluster.idle();
        const [here, elsewhere] = at === 0 ? [urls[1], urls[0]] : urls;
        await tell(here, first, 'delivered');
        await there.post('/api/v1/chat.sendMessage', { message: { rid: room, msg: `Newer ${at}` } });
        const { wamid: later } = await phone.receive(number, `Newer ${at}`);
        await cluster.idle();
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

  test('the line tells of a long message when all of it has arrived, whichever of them heard of each part', async () => {
    const uma = await conversationWith(workbench, number, 'Uma Roth');
    const { phone, agent, room } = uma;
    const urls = [workbench.privateUrl('incoming'), second.webhookUrl];
    await workbench.sim.fault('status-dropped', { which: 'all' });
    try {
      for (let at = 0; at < 2; at += 1) {
        const { ts } = await agent.send(room, `Long ${at} ${'a'.repeat(4_000)} ${'b'.repeat(500)}`);
        const parts = await waitFor(async () => {
          const received = await phone.received(number);
          return received.length === 2 * (at + 1) && received.slice(-2);
        });
        await cluster.idle();
        const isThere = async () => (await linesFor(uma)).includes(new Date(ts).getTime() + 1);
        const [here = '', there = ''] = at === 0 ? urls : [...urls].reverse();
        await tellOne(uma, { url: here, wamid: parts[0]?.wamid ?? '', status: 'delivered' });
        expect([at, await isThere()]).toEqual([at, false]);
        await tellOne(uma, { url: there, wamid: parts[1]?.wamid ?? '', status: 'delivered' });
        expect([at, await isThere()]).toEqual([at, true]);
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
      expect(await cluster.post(url, await messageWebhook(workbench, number, phone.customer, reaction))).toBe(200);
    };
    const urls = [workbench.privateUrl('incoming'), second.webhookUrl] as const;
    const standing = async (text: string) => Object.keys((await agent.findMessage(room, text)).reactions ?? {});
    for (let at = 0; at < TIMES; at += 1) {
      const { wamid } = await phone.say(number, `React to ${at}`);
      await agent.findMessage(room, `React to ${at}`);
      await cluster.idle();
      await Promise.all([react(urls[0], wamid, '👍'), react(urls[1], wamid, '🎉')]);
      await cluster.idle();
      const both = await standing(`React to ${at}`);
      expect(both).toHaveLength(reactsByUpdater ? 1 : 0);
      await react(urls[at % 2 ? 0 : 1], wamid, '😍', now - 60_000);
      await cluster.idle();
      expect(await standing(`React to ${at}`)).toEqual(both);
    }
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
      await cluster.idle();
      await workbench.sim.clearFaults();
      await workbench.sim.fault('media-slow', { ms: 300 });
      const screen = new ClientScreen(second.clientOf(agent.http));
      const press = pressOf(card, 'Try again');
      await Promise.all([agent.clickButton(card, 'Try again'), screen.interact(press.appId, press.interaction)]);
      await agent.findMessage(room, isFile(filename));
      await cluster.idle();
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

// The last one: it ends the second instance.
test('what a killed instance had begun is taken up by the other one when the lease has ended', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Kim Ende');
  const file = { base64: PIXEL.toString('base64'), mime: 'image/png', filename: 'before.png' };
  await phone.send(number, { type: 'document', document: {} }, { file });
  await agent.findMessage(room, (message) => message.file?.name === 'before.png');
  const sent = (await phone.chat(number)).find(({ message }) => message.type === 'document')?.message.document;
  await workbench.sim.clearRequests();
  await workbench.sim.fault('media-slow', { ms: 60_000 }, { times: 1 });
  const begun = { type: 'document', document: { ...(sent as object), filename: 'begun.png' } };
  expect(await cluster.post(second.webhookUrl, await messageWebhook(workbench, number, phone.customer, begun))).toBe(
    200,
  );
  await waitFor(async () => (await workbench.sim.requests()).some(({ path }) => /^\/\d+$/.test(path)));
  await second.kill();
  await workbench.sim.clearFaults();
  // The other one looks within the same minute, while the lease has not ended, and what comes meanwhile does not wait.
  await runJobs(workbench, 'every-minute');
  await phone.say(number, 'Still there?');
  await agent.findMessage(room, 'Still there?');
  const files = async () => (await agent.messages(room)).flatMap(({ file: each }) => each?.name ?? []);
  await workbench.travel(0.3);
  await agent.findMessage(room, (message) => message.file?.name === 'begun.png');
  await workbench.idle();
  expect(await files()).toEqual(['before.png', 'begun.png']);
});
