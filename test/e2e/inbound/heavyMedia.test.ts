import { createHash, randomBytes } from 'node:crypto';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startGate } from '../support/instances/startGate';
import type { Gate } from '../support/instances/startGate';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

// Files that are too heavy for the engine's pipe: the sandbox uploads them to the workspace's own address, where a
// proxy stands that may spoil it.

const MB = 1024 * 1024;
/** Above what goes through the engine by itself, and what it can carry where nothing else works. */
const HEAVY = 12 * MB;
const BEYOND_THE_ENGINE = 40 * MB;

let workbench: TestWorkbench;
let gate: Gate;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  gate = await startGate(workbench.url);
  await workbench.setServerSetting('Site_Url', gate.url);
  await workbench.setServerSetting('API_Enable_Rate_Limiter', false);
  number = await connectDemoNumber(workbench);
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Layla Haddad'));
});

beforeEach(() => workbench.clearRoundTrips());
afterEach(async () => {
  gate.onUpload();
  await workbench.setServerSetting('Site_Url', gate.url);
});
afterAll(async () => {
  await workbench.stop();
  await gate.stop();
});

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Sends a document; bytes that nothing can make smaller. @returns their hash */
async function sendDocument(filename: string, size: number, caption?: string): Promise<string> {
  const bytes = randomBytes(size);
  const file = { base64: bytes.toString('base64'), mime: 'application/pdf', filename };
  await phone.send(number, { type: 'document', document: { caption } }, { file });
  return hashOf(bytes);
}

async function fileNamed(name: string, rid = room): Promise<WireMessage> {
  return agent.findMessage(rid, ({ file }) => file?.name === name, { timeout: 30_000 });
}

async function hashOfFile({ file }: WireMessage): Promise<string> {
  const path = `/file-upload/${file?._id}/${encodeURIComponent(file?.name ?? '')}`;
  const response = await fetch(`${workbench.url}${path}`, { headers: agent.http.headers });
  return hashOf(Buffer.from(await response.arrayBuffer()));
}

async function filesNamed(name: string): Promise<WireMessage[]> {
  return (await agent.messages(room)).filter(({ file }) => file?.name === name);
}

/** The messages of the room from a file on, as file names and texts. */
async function linesFrom(name: string): Promise<string[]> {
  const messages = await agent.messages(room);
  return messages
    .slice(messages.findIndex(({ file }) => file?.name === name))
    .map(({ file, msg }) => file?.name ?? msg);
}

/** How many files the engine was given. */
async function carriedByTheEngine(): Promise<number> {
  await workbench.idle();
  const calls = (await workbench.roundTrips()).flatMap((request) => Object.entries(request.calls));
  return calls.reduce((sum, [name, count]) => sum + (/uploadBuffer|createUpload/.test(name) ? count : 0), 0);
}

/** The file is being fetched: what is written now comes after it. */
async function underWay(): Promise<void> {
  await waitFor(async () => (await workbench.sim.requests()).some(({ path }) => path.includes('attachments')));
}

test('100 MB arrive whole and in their place, while everybody else goes on', async () => {
  const other = await workbench.sim.customer({ name: 'Jonas Weber' });
  await other.say(number, 'I am first');
  const quick = await conversationOf(workbench, 'Jonas Weber');
  const sent = await sendDocument('Pläne 2026.pdf', 100 * MB, 'All of them');
  await underWay();
  await phone.say(number, 'Did they arrive?');
  let meanwhile = 0;
  while ((await filesNamed('Pläne 2026.pdf')).length === 0) {
    await other.say(number, `Text ${meanwhile}`);
    await quick.agent.findMessage(quick.room._id, `Text ${meanwhile}`);
    meanwhile += 1;
  }
  await agent.findMessage(room, 'Did they arrive?');
  expect(await linesFrom('Pläne 2026.pdf')).toEqual(['Pläne 2026.pdf', 'All of them', 'Did they arrive?']);
  expect(await hashOfFile(await fileNamed('Pläne 2026.pdf'))).toBe(sent);
  expect({ uploads: gate.uploads, byTheEngine: await carriedByTheEngine() }).toEqual({ uploads: 1, byTheEngine: 0 });
  // Through the engine everybody waited until its watchdog ended the app.
  expect(meanwhile).toBeGreaterThan(1);
});

describe('a file of 12 MB arrives once', () => {
  /** The behaviour of the gate, and the number of files that then go through the engine. */
  const spoilt: [what: string, deed: Parameters<Gate['onUpload']>[0], byTheEngine: number][] = [
    ['past the engine', undefined, 0],
    ['where the address takes no body of that size', ({ answer }) => void answer.writeHead(413).end('too large'), 1],
    ['where the address leads elsewhere', ({ answer }) => void answer.writeHead(301, { location: '/' }).end(), 1],
    ['where it wants somebody to sign in', ({ answer }) => void answer.writeHead(401).end('<html>'), 1],
    [
      'where the connection breaks on the way',
      ({ incoming }) => void incoming.once('data', () => incoming.destroy()),
      1,
    ],
    ['where the answer is lost', ({ answer, forward }) => forward(() => void answer.destroy()), 0],
    ['where the proxy gives up on the answer', ({ answer, forward }) => forward(() => answer.writeHead(504).end()), 0],
    ["where the answer is somebody else's", ({ answer, forward }) => forward(() => answer.end('<html>')), 0],
  ];
  test.each(spoilt)('%s', async (what, deed, byTheEngine) => {
    const name = `${what.replaceAll(/[^a-z]+/g, '-')}.pdf`;
    gate.onUpload(deed);
    const sent = await sendDocument(name, HEAVY);
    const message = await fileNamed(name);
    expect(message.u.name).toBe('Layla Haddad');
    expect(await hashOfFile(message)).toBe(sent);
    expect(await carriedByTheEngine()).toBe(byTheEngine);
    expect(await filesNamed(name)).toHaveLength(1);
  });

  test('under a name that another one of the customer has', async () => {
    const first = await sendDocument('same.pdf', HEAVY);
    await fileNamed('same.pdf');
    gate.onUpload(({ incoming }) => void incoming.once('data', () => incoming.destroy()));
    const second = await sendDocument('same.pdf', HEAVY);
    const files = await waitFor(async () => {
      const both = await filesNamed('same.pdf');
      return both.length === 2 && both;
    });
    expect(await Promise.all(files.map(hashOfFile))).toEqual([first, second]);
  });

  test.each([
    ['where visitors may not upload', 'Livechat_fileupload_enabled', false, true],
    ['where nobody answers at Site Url', 'Site_Url', 'http://127.0.0.1:9', undefined],
    ['where there is no Site Url', 'Site_Url', '', undefined],
  ])('%s', async (what, setting, value, usual) => {
    const name = `${what.replaceAll(/[^a-z]+/gi, '-')}.pdf`;
    await workbench.setServerSetting(setting, value);
    const sent = await sendDocument(name, HEAVY);
    expect(await hashOfFile(await fileNamed(name))).toBe(sent);
    expect(await carriedByTheEngine()).toBe(1);
    if (usual !== undefined) await workbench.setServerSetting(setting, usual);
  });

  test('where the limiter has had enough', async () => {
    await workbench.setServerSetting('API_Enable_Rate_Limiter', true);
    await workbench.setServerSetting('API_Enable_Rate_Limiter_Limit_Calls_Default', 1);
    await sendDocument('limit 1.pdf', HEAVY);
    await sendDocument('limit 2.pdf', HEAVY);
    await fileNamed('limit 1.pdf');
    await fileNamed('limit 2.pdf');
    expect(await carriedByTheEngine()).toBe(1);
    await workbench.setServerSetting('API_Enable_Rate_Limiter', false);
  });
});

test('what the workspace refuses is said, and not tried on the other way', async () => {
  await workbench.setServerSetting('FileUpload_MaxFileSize', 10 * MB);
  await sendDocument('refused.pdf', HEAVY, 'look');
  await agent.findMessage(room, /refused\.pdf[^]*larger than this workspace allows[^]*look/);
  await workbench.setServerSetting('FileUpload_MaxFileSize', 104_857_600);
  expect(await carriedByTheEngine()).toBe(0);
});

test('what the engine cannot carry waits on a card until the address is put right', async () => {
  await workbench.setServerSetting('Site_Url', 'http://127.0.0.1:9');
  await workbench.sim.clearRequests();
  const sent = await sendDocument('large.pdf', BEYOND_THE_ENGINE);
  const card = await agent.findMessage(room, ({ msg, blocks }) => Boolean(blocks) && msg.includes('large.pdf'));
  expect(card.msg).toMatch(/40 MB.+over 32 MB.+Site Url.+cannot reach it/);
  expect((await workbench.sim.requests()).filter(({ path }) => path.includes('attachments'))).toEqual([]);

  await workbench.setServerSetting('Site_Url', gate.url);
  gate.onUpload(({ answer }) => void answer.writeHead(413).end());
  await agent.clickButton(card, 'Try again');
  await waitFor(() => agent.ephemeral.find(({ msg }) => /large\.pdf.*over 32 MB.*HTTP 413/.test(msg)));
  gate.onUpload();
  await agent.clickButton(card, 'Try again');
  expect(await hashOfFile(await fileNamed('large.pdf'))).toBe(sent);
  expect(await carriedByTheEngine()).toBe(0);
});

test('a conversation that is closed while the file is on its way gets it in the next one', async () => {
  const closed = room;
  gate.onUpload(({ forward }) => {
    gate.onUpload();
    void agent.close(closed, 'done').then(() => forward());
  });
  const sent = await sendDocument('late.pdf', HEAVY, 'one more');
  const next = await waitFor(async () => {
    const found = await conversationOf(workbench, 'Layla Haddad');
    return found.room._id !== closed && found;
  });
  ({ agent } = next);
  room = next.room._id;
  expect(await hashOfFile(await fileNamed('late.pdf'))).toBe(sent);
  await agent.findMessage(room, 'one more');
  expect(await filesNamed('late.pdf')).toHaveLength(1);
  const manager = await workbench.as('manager');
  expect((await manager.messages(closed)).filter(({ file }) => file?.name === 'late.pdf')).toEqual([]);
});

test('nobody but the workspace hears the token of the visitor', async () => {
  gate.onUpload(({ answer }) => void answer.writeHead(413).end());
  await sendDocument('talk.pdf', HEAVY);
  await fileNamed('talk.pdf');
  const manager = await workbench.as('manager');
  const tokens = (await manager.conversations()).flatMap(({ v }) => v?.token ?? []);
  expect(tokens.length).toBeGreaterThan(1);
  const entries = (await workbench.logs()).map(({ entries: own }) => own);
  const messages = await Promise.all((await manager.conversations()).map(({ _id }) => manager.messages(_id)));
  const said = JSON.stringify([entries, messages.flat().map(({ msg }) => msg), await workbench.sim.requests()]);
  expect(said).toContain('I am first');
  for (const token of tokens) expect(said + workbench.output).not.toContain(token);
});
