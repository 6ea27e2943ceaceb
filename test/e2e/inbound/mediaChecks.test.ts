import { createHash } from 'node:crypto';
import { connectDemoNumber, connectNewNumber } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { PIXEL } from '../support/pixel';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

// The facts that WhatsApp states about customers' files, right and wrong; rooms that close meanwhile; failed requests.

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest();

let workbench: TestWorkbench;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Layla Haddad'));
});
afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

const fileNamed = (name: RegExp, rid = room) =>
  agent.findMessage(rid, ({ file }) => file !== undefined && name.test(file.name), { timeout: 20_000 });

test.each<[what: string, type: string, mime: string, told: object, name: RegExp, stored: string]>([
  ['some bytes', 'image', 'image/jpeg', { mime_type: 'application/octet-stream' }, /^Photo-.*\.jpg$/, 'image/jpeg'],
  ['nothing', 'image', 'image/png', { mime_type: undefined }, /^Photo-.*\.png$/, 'image/png'],
  ['image/jpg', 'image', 'image/jpg', {}, /^Photo-.*\.jpg$/, 'image/jpeg'],
  ['audio/opus', 'audio', 'audio/opus', {}, /^Audio-.*\.ogg$/, 'audio/ogg'],
  ['audio/x-m4a', 'audio', 'audio/x-m4a', {}, /^Audio-.*\.m4a$/, 'audio/mp4'],
])('a file of which the webhook tells %s has its type and ending', async (_what, type, mime, told, name, stored) => {
  const before = (await agent.messages(room)).length;
  await phone.sendFile(number, type, { bytes: type === 'image' ? PIXEL : Buffer.from('sound'), mime }, { ...told });
  const isIt = ({ file }: WireMessage) => file !== undefined && name.test(file.name);
  const message = await waitFor(async () => (await agent.messages(room)).slice(before).find(isIt));
  expect(message.file?.type).toBe(stored);
});

describe('a hash', () => {
  const other = sha256(Buffer.from('another'));
  test.each([
    ['of 57 digits', sha256(PDF).toString('hex').slice(0, 57)],
    ['with its name before it', `sha256:${sha256(PDF).toString('hex')}`],
    ['that is wrong, while the other one is right', other.toString('base64')],
  ])('%s keeps no file out', async (what, told) => {
    const filename = `${what.replaceAll(/[^a-z\d]+/g, '-')}.pdf`;
    await phone.sendFile(
      number,
      'document',
      { bytes: PDF, mime: 'application/pdf', filename },
      { sha256: told, caption: what },
    );
    await fileNamed(new RegExp(`^${filename}`));
    const line = await agent.findMessage(room, what);
    expect(line.msg).toBe(what);
  });

  test('that no told one fits keeps a complete file not out, and the doubt is told behind it', async () => {
    await workbench.sim.fault('media-damaged', { how: 'changed' });
    const file = { bytes: PDF, mime: 'application/pdf', filename: 'doubt.pdf' };
    await phone.sendFile(number, 'document', file, { caption: 'Please sign' });
    await fileNamed(/^doubt\.pdf/);
    const line = await agent.findMessage(room, 'Please sign');
    expect(line.msg).toMatch(/^Please sign\n.*not verified.*checksum/);
    expect(line.blocks ?? []).toEqual([]);
  });
});

test.each(['7.8', '9.0'] as const)(
  'a file whose room is closed while it is fetched comes into the next one, on %s',
  async (server) => {
    const own = await startTestWorkbench({ server });
    try {
      const digits = await connectDemoNumber(own);
      const first = await conversationWith(own, digits, 'Ana Souza');
      const send = async (filename: string, caption: string) => {
        const file = { base64: PDF.toString('base64'), mime: 'application/pdf', filename };
        await own.sim.clearRequests();
        await first.phone.send(digits, { type: 'document', document: { caption } }, { file });
        await waitFor(async () => (await own.sim.requests()).some(({ path }) => /^\/\d+$/.test(path)));
      };
      await own.sim.fault('media-slow', { ms: 2_500 }, { times: 1 });
      await send('late.pdf', 'one more thing');
      await first.agent.close(first.room, 'done');
      const next = await conversationOf(own, 'Ana Souza');
      expect(next.room._id).not.toBe(first.room);
      await next.agent.findMessage(next.room._id, ({ file }) => file?.name === 'late.pdf', { timeout: 20_000 });
      await next.agent.findMessage(next.room._id, 'one more thing');

      // One that cannot be fetched is told where somebody reads it.
      await own.sim.fault('media-slow', { ms: 2_500 }, { times: 1 });
      await own.sim.fault('media-damaged', { how: 'shortened' });
      await send('torn.pdf', 'and this');
      await next.agent.close(next.room._id, 'done');
      const last = await conversationOf(own, 'Ana Souza');
      expect(last.room._id).not.toBe(next.room._id);
      await last.agent.findMessage(last.room._id, ({ blocks, msg }) => Boolean(blocks) && msg.includes('torn.pdf'));
      const manager = await own.as('manager');
      for (const closed of [first.room, next.room._id]) {
        const said = (await manager.messages(closed)).filter(({ msg }) => /late\.pdf|torn\.pdf/.test(msg));
        expect(said).toEqual([]);
      }
    } finally {
      await own.stop();
    }
  },
);

test('six files that WhatsApp has deleted make no more than four failed requests; the others wait on a card and come by themselves', async () => {
  const digits = await connectNewNumber(workbench, '551155556006');
  const own = await conversationWith(workbench, digits, 'Jonas Weber');
  await workbench.sim.clearRequests();
  await workbench.sim.fault('media-expired', { what: 'id' });
  for (const name of ['1', '2', '3', '4', '5', '6']) {
    const file = { base64: PDF.toString('base64'), mime: 'application/pdf', filename: `${name}.pdf` };
    await own.phone.send(digits, { type: 'document', document: {} }, { file });
  }
  const cards = await waitFor(async () => {
    const waiting = (await own.agent.messages(own.room)).filter(({ blocks, msg }) => blocks && /\.pdf/.test(msg));
    return waiting.length === 2 && waiting;
  });
  for (const { msg } of cards)
    expect(msg).toMatch(/Several files could not be fetched within an hour.*in about \d+ min/);
  const failed = (await workbench.sim.requests()).filter(({ status }) => status >= 400);
  expect(failed).toHaveLength(4);
  expect(failed.every(({ status }) => status !== 403)).toBe(true);

  await workbench.sim.clearFaults();
  await workbench.travel(65);
  const filesOf = async () => (await own.agent.messages(own.room)).flatMap(({ file }) => file?.name ?? []);
  await waitFor(async () => (await filesOf()).length === 2, { what: 'the files that waited' });
  await waitFor(async () => (await own.agent.messages(own.room)).every(({ blocks }) => !blocks), {
    what: 'the cards to go',
  });
  // No record is left by which the file could be fetched again.
  await workbench.travel(5);
  const waited = cards.map(({ msg }) => /\d\.pdf/.exec(msg)?.[0]);
  expect((await filesOf()).sort()).toEqual(waited.sort());
  expect((await workbench.records()).filter(({ data }) => data.kind === 'unfetched')).toEqual([]);
});

describe('a file that waits for the limit while its conversation is closed', () => {
  const AGENTS = ['agent1', 'agent2'] as const;
  let digits: string;

  beforeAll(async () => {
    digits = await connectNewNumber(workbench, '551155556007');
  });

  const document = (filename: string) => ({ base64: PDF.toString('base64'), mime: 'application/pdf', filename });
  const sendPdf = (from: SimulatedPhone, filename: string) =>
    from.send(digits, { type: 'document', document: {} }, { file: document(filename) });

  /** Uses up what the number may fail with an hour. */
  async function reachTheLimit(from: SimulatedPhone, client: TestClient, rid: string, tag: string): Promise<void> {
    await workbench.sim.fault('media-expired', { what: 'id' });
    for (const name of ['1', '2', '3', '4']) {
      await sendPdf(from, `${tag}-${name}.pdf`);
      await client.findMessage(rid, ({ msg }) => msg.includes(`${tag}-${name}.pdf`) && msg.includes('not added'));
    }
  }

  /** A customer whose file waits in a conversation that is closed by now. */
  async function closedBefore(name: string, filename: string, before?: typeof reachTheLimit) {
    const own = await conversationWith(workbench, digits, name);
    await before?.(own.phone, own.agent, own.room, filename);
    await sendPdf(own.phone, filename);
    await own.agent.findMessage(own.room, ({ msg, blocks }) => Boolean(blocks) && msg.includes(filename));
    await own.agent.findMessage(own.room, ({ msg, token }) => token !== undefined && msg.includes(filename));
    await own.agent.close(own.room, 'done');
    return own;
  }

  const newRoomOf = async (name: string, former: string) => {
    const next = await conversationOf(workbench, name);
    expect(next.room._id).not.toBe(former);
    return next;
  };
  const cardsIn = async (rid: string) =>
    (await (await workbench.as('manager')).messages(rid)).filter(({ blocks }) => blocks);

  test('comes into the next one, which is opened for it once somebody is there', async () => {
    const silent = await closedBefore('Mila Novak', 'silent.pdf', reachTheLimit);
    const writing = await closedBefore('Theo Lang', 'writing.pdf');
    await workbench.sim.clearFaults();
    await writing.phone.say(digits, 'One more question');
    const open = await newRoomOf('Theo Lang', writing.room);
    for (const name of AGENTS) await (await workbench.as(name)).setAvailability('not-available');
    await workbench.travel(65);
    await open.agent.findMessage(open.room._id, ({ file }) => file?.name === 'writing.pdf');
    for (const name of AGENTS) await (await workbench.as(name)).setAvailability('available');
    await workbench.travel(20);
    const next = await newRoomOf('Mila Novak', silent.room);
    await next.agent.findMessage(next.room._id, ({ file }) => file?.name === 'silent.pdf');
    for (const rid of [silent.room, writing.room, open.room._id, next.room._id]) {
      await waitFor(async () => (await cardsIn(rid)).length === 0, { what: `no card in ${rid}` });
    }
  });

  test('has its card there, if it cannot be fetched then either', async () => {
    const own = await closedBefore('Otto Brandt', 'torn-later.pdf', reachTheLimit);
    await workbench.sim.clearFaults();
    await workbench.sim.fault('media-damaged', { how: 'shortened' });
    await workbench.travel(65);
    const next = await newRoomOf('Otto Brandt', own.room);
    const isCard = ({ msg, blocks }: WireMessage) => Boolean(blocks) && msg.includes('torn-later.pdf');
    const card = await next.agent.findMessage(next.room._id, isCard);
    await waitFor(async () => (await cardsIn(own.room)).length === 0, { what: 'no card in the closed room' });
    await workbench.sim.clearFaults();
    await next.agent.clickButton(card, 'Try again');
    await next.agent.findMessage(next.room._id, ({ file }) => file?.name === 'torn-later.pdf');
    await waitFor(async () => (await cardsIn(next.room._id)).length === 0, { what: 'the card to go' });
  });
});
