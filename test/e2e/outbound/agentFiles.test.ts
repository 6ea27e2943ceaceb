import { randomBytes } from 'node:crypto';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { PIXEL } from '../support/pixel';
import type { PhoneMessage, SimulatedPhone, SimulatedRequest } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { findButton } from '../support/ui/blocks';
import { waitFor } from '../support/waitFor';

// Files of agents, on their way to the customer.

const MB = 1024 * 1024;
const latin = (text: string) => Buffer.from(text, 'latin1');
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const OPUS = latin(`OggS${'\0'.repeat(23)}\x13OpusHead\x01\x01${'\0'.repeat(10)}`);
const M4A = latin('\0\0\0\x20ftypM4A \0\0\0\0');
const MP3 = latin('\xff\xfb\x90\xc4\0\0');

/** A picture of 600 × 400, of which Rocket.Chat makes a thumbnail. */
const PICTURE = Buffer.from(PIXEL);
PICTURE.writeUInt32BE(600, 16);
PICTURE.writeUInt32BE(400, 20);

interface AgentFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** The uploads that the API has seen. */
async function uploadsOf(workbench: TestWorkbench): Promise<SimulatedRequest[]> {
  return (await workbench.sim.requests()).filter(({ method, path }) => method === 'POST' && path === '/media');
}

describe.each(['7.8', '8.2', '9.0'] as const)('a picture of an agent on Rocket.Chat %s', (server) => {
  let workbench: TestWorkbench;
  let number: string;

  beforeAll(async () => {
    workbench = await startTestWorkbench({ server });
    number = await connectDemoNumber(workbench);
  });
  afterAll(() => workbench.stop());

  test('goes to the customer once, and its thumbnail does not', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza');
    const posted = await agent.upload(room, { name: 'bread.png', type: 'image/png', bytes: PICTURE, msg: 'Fresh' });
    expect(posted.files).toHaveLength(2);
    await phone.receive(number, 'Fresh');
    await agent.send(room, 'That is all');
    await phone.receive(number, 'That is all');
    await workbench.idle();
    expect((await phone.received(number)).map(({ message }) => message.type)).toEqual(['image', 'text']);
    expect(await uploadsOf(workbench)).toHaveLength(1);
  });
});

describe('what an agent attaches', () => {
  let workbench: TestWorkbench;
  let number: string;
  let phone: SimulatedPhone;
  let agent: TestClient;
  let room: string;

  const anything = { accepted_media_types: '', max_file_upload_size: -1, file_uploads_enabled: true };

  beforeAll(async () => {
    workbench = await startTestWorkbench();
    number = await connectDemoNumber(workbench);
    await workbench.setSettings(anything);
    ({ phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
  });
  beforeEach(() => workbench.sim.clearRequests());
  afterEach(async () => {
    await workbench.sim.clearFaults();
    await workbench.setSettings({ ...anything, agents_display_info: 'none' });
  });
  afterAll(() => workbench.stop());

  async function attach(file: AgentFile & { msg?: string; description?: string }): Promise<PhoneMessage> {
    const before = (await phone.received(number)).length;
    await agent.upload(room, file);
    const message = await waitFor(async () => (await phone.received(number))[before], { timeout: 20_000 });
    await workbench.idle();
    return message;
  }

  /** The media object of a message, without its id. */
  function objectOf({ message }: PhoneMessage): Record<string, unknown> {
    const { id: _, ...facts } = message[message.type] as Record<string, unknown>;
    return { type: message.type, ...facts };
  }

  test.each<[what: string, file: AgentFile, shown: Record<string, unknown>]>([
    ['a recording of the web client', { name: 'Audio record.mp3', type: 'audio/mpeg', bytes: MP3 }, { type: 'audio' }],
    ['a recording of a phone: MP4 called AAC', { name: '17.aac', type: 'audio/aac', bytes: M4A }, { type: 'audio' }],
    [
      'a voice note',
      { name: 'note.opus', type: 'audio/ogg; codecs=opus', bytes: OPUS },
      { type: 'audio', voice: true },
    ],
    ['M4A under its older name', { name: 'a.m4a', type: 'audio/x-m4a', bytes: M4A }, { type: 'audio' }],
    ['MP3 under another name', { name: 'b.mp3', type: 'audio/mp3', bytes: MP3 }, { type: 'audio' }],
    ['a picture in capitals', { name: 'c.png', type: 'IMAGE/PNG', bytes: PIXEL }, { type: 'image' }],
    [
      'a PDF of which nobody knows the type',
      { name: 'd', type: 'application/octet-stream', bytes: PDF },
      { type: 'document', filename: 'd.pdf' },
    ],
    ['a table', { name: 'e.csv', type: 'text/csv', bytes: latin('a;b\n') }, { type: 'document', filename: 'e.csv' }],
    [
      'JSON',
      { name: 'f.json', type: 'application/json', bytes: latin('{}') },
      { type: 'document', filename: 'f.json' },
    ],
    [
      'a picture that is too large to be shown as one',
      { name: 'g.png', type: 'image/png', bytes: Buffer.concat([PIXEL, Buffer.alloc(5 * MB)]) },
      { type: 'document', filename: 'g.png' },
    ],
  ])('arrives: %s', async (_what, file, shown) => {
    const message = await attach(file);
    expect(objectOf(message)).toEqual(shown);
    await phone.receive(number, ({ wamid, status }) => wamid === message.wamid && status !== 'accepted');
    expect((await phone.received(number)).find(({ wamid }) => wamid === message.wamid)?.status).not.toBe('failed');
  });

  test.each<[what: string, file: AgentFile, sentence: RegExp]>([
    [
      'an archive',
      { name: 'a.zip', type: 'application/zip', bytes: latin('PK\x03\x04') },
      /files of this kind: “a\.zip”/,
    ],
    ['a moving picture', { name: 'b.gif', type: 'image/gif', bytes: latin('GIF89a') }, /JPEG or PNG only.*“b\.gif”/],
    ['a film', { name: 'c.mov', type: 'video/quicktime', bytes: latin('\0\0\0\x14ftypqt  ') }, /MP4 or 3GP only/],
    [
      'a sound',
      { name: 'd.wav', type: 'audio/wav', bytes: latin('RIFF\0\0\0\0WAVEfmt ') },
      /MP3, M4A, AAC, AMR or OGG/,
    ],
  ])('is refused with what to do, and nothing goes: %s', async (_what, file, sentence) => {
    await agent.upload(room, { ...file, msg: `with ${file.name}` });
    const card = await agent.findMessage(
      room,
      ({ msg, blocks }) => Boolean(blocks) && msg.includes(`with ${file.name}`),
    );
    expect(card.msg).toMatch(sentence);
    await workbench.idle();
    expect([...(await uploadsOf(workbench)), ...(await workbench.sim.sends())]).toEqual([]);
  });

  test('is refused in the language of the workspace, never with the list of the API', async () => {
    await workbench.setSettings({ preferred_language: 'de' });
    await agent.upload(room, { name: 'x.zip', type: 'application/zip', bytes: latin('PK\x03\x04') });
    await agent.findMessage(room, /WhatsApp nimmt Dateien dieser Art nicht an: „x\.zip“/);
    await workbench.setSettings({ preferred_language: 'en' });
    await workbench.sim.fault('error-code', { code: 100, on: 'media upload' }, { times: 1 });
    await agent.upload(room, { name: 'y.pdf', type: 'application/pdf', bytes: randomBytes(9) });
    await agent.findMessage(room, /WhatsApp did not take “y\.pdf”\. Save it as/);
  });

  test.each([
    ['files are switched off', { file_uploads_enabled: false }, /switched off/],
    ['it is too large', { max_file_upload_size: 10 }, /the app's settings allow/],
    ['its type is not accepted', { accepted_media_types: 'audio/*' }, /image\/png are not among/],
  ])('stays here while the settings say so, and the agent reads why: %s', async (what, settings, sentence) => {
    await workbench.setSettings(settings);
    await agent.upload(room, { name: 'photo.png', type: 'image/png', bytes: PIXEL, msg: what });
    const card = await agent.findMessage(room, ({ msg, blocks }) => Boolean(blocks) && msg.includes(what));
    expect(card.msg).toMatch(sentence);
    await workbench.idle();
    expect([...(await uploadsOf(workbench)), ...(await workbench.sim.sends())]).toEqual([]);
  });

  describe('what is written with it', () => {
    const photo = { name: 'photo.png', type: 'image/png', bytes: PIXEL };

    test.each([
      ['beside it, as the web client does from 8.3 on', { msg: 'Look **here**' }],
      ['as its description, as older and mobile clients do', { description: 'Look **here**' }],
    ])('goes as its caption, once: %s', async (_where, words) => {
      expect(objectOf(await attach({ ...photo, ...words }))).toEqual({ type: 'image', caption: 'Look *here*' });
    });

    test('is nothing where nothing was written, also where agents are named', async () => {
      await workbench.setSettings({ agents_display_info: 'name' });
      expect(objectOf(await attach(photo))).toEqual({ type: 'image' });
    });

    test('begins with the agent where agents are named', async () => {
      await workbench.setSettings({ agents_display_info: 'username' });
      const { caption } = objectOf(await attach({ ...photo, msg: 'Look' }));
      expect(caption).toBe(`[${agent.username}] - Look`);
    });

    test('goes behind a sound, which has no caption', async () => {
      await attach({ name: 'Audio record.mp3', type: 'audio/mpeg', bytes: MP3, msg: 'Listen to this' });
      const text = await phone.receive(number, 'Listen to this');
      expect(text.message.type).toBe('text');
    });
  });

  test('is uploaded once however often it is sent', async () => {
    const bytes = Buffer.concat([PDF, randomBytes(16)]);
    await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
    await agent.upload(room, { name: 'prices.pdf', type: 'application/pdf', bytes, msg: 'Our prices' });
    const card = await agent.findMessage(room, ({ msg, blocks }) => Boolean(blocks) && msg.includes('Our prices'));
    expect(findButton(card.blocks ?? [], 'Send again')).toBeTruthy();
    await agent.clickButton(card, 'Send again');
    await phone.receive(number, 'Our prices');
    const other = await conversationWith(workbench, number, 'Jonas Weber');
    await other.agent.upload(other.room, { name: 'prices.pdf', type: 'application/pdf', bytes, msg: 'Our prices' });
    await other.phone.receive(number, 'Our prices');
    expect(await uploadsOf(workbench)).toHaveLength(1);
  });

  test('is uploaded again where Meta does not know it any more', async () => {
    const bytes = Buffer.concat([PDF, randomBytes(16)]);
    await attach({ name: 'once.pdf', type: 'application/pdf', bytes });
    const [upload] = await uploadsOf(workbench);
    const id = String(upload?.responseBody?.id);
    await workbench.dialog360.delete(`/${id}`);
    await agent.upload(room, { name: 'once.pdf', type: 'application/pdf', bytes, msg: 'once more' });
    const card = await agent.findMessage(room, ({ msg, blocks }) => Boolean(blocks) && msg.includes('once more'));
    await agent.clickButton(card, 'Send again');
    await phone.receive(number, 'once more');
    expect(await uploadsOf(workbench)).toHaveLength(2);
  });

  test('is uploaded again where a status says that WhatsApp could not use it, told in our own words', async () => {
    const file = { name: 'menu.pdf', type: 'application/pdf', bytes: Buffer.concat([PDF, randomBytes(16)]) };
    await agent.upload(room, { ...file, msg: 'the menu' });
    await phone.receive(number, 'the menu');
    const details = 'Media download error';
    await workbench.sim.fault('status-failed', { code: 131053, details }, { times: 1 });
    await agent.upload(room, { ...file, msg: 'the menu again' });
    const card = await agent.findMessage(room, ({ msg, blocks }) => Boolean(blocks) && msg.includes('the menu again'));
    expect(card.msg).toContain('WhatsApp could not take the file.');
    expect(card.msg).not.toContain(details);
    expect(await uploadsOf(workbench)).toHaveLength(1);
    await agent.clickButton(card, 'Send again');
    await waitFor(async () => (await uploadsOf(workbench)).length === 2, { what: 'the file to be uploaded anew' });
  });
});

// From 9.0 on the engine carries such a file itself: see sandboxes.test.ts.
describe('a file of 40 MB on Rocket.Chat 8.4', () => {
  let workbench: TestWorkbench;
  let number: string;
  let phone: SimulatedPhone;
  let agent: TestClient;
  let room: string;

  beforeAll(async () => {
    workbench = await startTestWorkbench({ server: '8.4' });
    number = await connectDemoNumber(workbench);
    ({ phone, agent, room } = await conversationWith(workbench, number, 'Ben Okafor'));
  });
  afterAll(() => workbench.stop());

  const large = () => Buffer.concat([PDF, randomBytes(40 * MB)]);

  test('arrives whole, past the engine; the token of the visitor is in no log and no address', async () => {
    const bytes = large();
    await agent.upload(room, { name: 'plans.pdf', type: 'application/pdf', bytes, msg: 'All the plans' });
    const { message } = await phone.receive(number, 'All the plans', { timeout: 20_000 });
    const { id } = message.document as { id: string };
    const got = Buffer.from(await (await fetch(`${workbench.sim.http.baseUrl}/media/${id}`)).arrayBuffer());
    expect(got.equals(bytes)).toBe(true);
    const manager = await workbench.as('manager');
    const tokens = (await manager.conversations()).flatMap(({ v }) => v?.token ?? []);
    expect(tokens.length).toBeGreaterThan(0);
    const said = JSON.stringify([await workbench.logs(), await workbench.sim.requests()]);
    for (const token of tokens) expect(workbench.output.includes(token) || said.includes(token)).toBe(false);
  });

  test('is told where nobody answers at Site Url, and can be sent again when that is put right', async () => {
    await workbench.setServerSetting('Site_Url', 'http://127.0.0.1:9');
    await agent.upload(room, { name: 'more.pdf', type: 'application/pdf', bytes: large(), msg: 'More plans' });
    const card = await agent.findMessage(room, ({ msg, blocks }) => Boolean(blocks) && msg.includes('More plans'));
    expect(card.msg).toMatch(/40 MB.*over 24 MB from the workspace's own address \(Site Url\)/);
    await workbench.setServerSetting('Site_Url', workbench.url);
    await agent.clickButton(card, 'Send again');
    await phone.receive(number, 'More plans', { timeout: 20_000 });
  });
});
