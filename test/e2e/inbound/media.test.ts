import { SERVER_TRAITS } from '../../../workbench/src/server/serverTraits';
import { connectDemoNumber, connectNewNumber } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { findButton } from '../support/ui/blocks';
import { HttpFailure } from '../support/clients/HttpClient';
import { PIXEL } from '../support/pixel';
import type { SentFile, SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

let workbench: TestWorkbench;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;
let numbers = 0;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Layla Haddad'));
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

/** Sends a file of the customer. @returns its wamid */
async function sendFile(type: string, file: SentFile, more?: Record<string, unknown>): Promise<string> {
  return (await phone.sendFile(number, type, file, more)).wamid;
}

/** Messages with a file whose name fits, oldest first. */
async function filesNamed(name: RegExp): Promise<WireMessage[]> {
  return (await agent.messages(room)).filter(({ file }) => file && name.test(file.name));
}

async function fileNamed(name: RegExp): Promise<WireMessage> {
  return agent.findMessage(room, ({ file }) => file !== undefined && name.test(file.name), { timeout: 20_000 });
}

async function bytesOf({ file }: WireMessage): Promise<Buffer> {
  const response = await fetch(`${workbench.url}/file-upload/${file?._id}/${encodeURIComponent(file?.name ?? '')}`, {
    headers: agent.http.headers,
  });
  return Buffer.from(await response.arrayBuffer());
}

/** The messages of the room from a message on, as file names and texts. */
async function linesFrom(first: (message: WireMessage) => boolean): Promise<string[]> {
  const messages = await agent.messages(room);
  return messages.slice(messages.findIndex(first)).map(({ file, msg }) => file?.name ?? msg);
}

describe('every kind of file arrives with its name and its bytes', () => {
  test.each([
    ['image', 'image/png', undefined, /^Photo-\d{8}T\d{6}Z-[\da-f]{6}\.png$/],
    ['video', 'video/mp4', undefined, /^Video-.*\.mp4$/],
    ['audio', 'audio/mpeg', undefined, /^Audio.*\.mp3$/],
    ['voice', 'audio/ogg; codecs=opus', undefined, /^Voice-message-.*\.ogg$/],
    ['document', 'application/pdf', 'Fatura março.pdf', /^Fatura março\.pdf$/],
    ['sticker', 'image/webp', undefined, /^Sticker-.*\.webp$/],
  ])('%s (%s)', async (type, mime, filename, name) => {
    const bytes = type === 'image' ? PIXEL : Buffer.from(`${type} with these very bytes`);
    await sendFile(type, { bytes, mime, filename });
    const message = await fileNamed(name);
    expect(message.u.name).toBe('Layla Haddad');
    expect(message.file?.type).toBe(mime.split(';')[0]);
    expect(await bytesOf(message)).toEqual(bytes);
  });

  test('a file of 16 MB', async () => {
    const bytes = Buffer.alloc(16 * 1024 * 1024, 'film');
    await sendFile('video', { bytes, mime: 'video/3gpp' });
    const message = await fileNamed(/\.3gp$/);
    expect((await bytesOf(message)).equals(bytes)).toBe(true);
  });
});

test('a photo that was put into a form comes after its answers', async () => {
  const file = { base64: PIXEL.toString('base64'), mime: 'image/png', filename: 'passport.png' };
  await phone.send(number, { type: 'flow', flow: { data: { full_name: 'Layla Haddad' } } }, { file });
  const answers = await agent.findMessage(room, /Full name: Layla Haddad\n- Photo picker: passport\.png/);
  const photo = await fileNamed(/^passport\.png$/);
  expect(Date.parse(photo.ts)).toBeGreaterThan(Date.parse(answers.ts));
});

test('the caption stands right behind its file, with its marks', async () => {
  await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename: 'a.pdf' }, { caption: '*Please* sign' });
  await phone.say(number, 'Did it arrive?');
  await agent.findMessage(room, 'Did it arrive?');
  expect(await linesFrom(({ file }) => file?.name === 'a.pdf')).toEqual(['a.pdf', '*Please* sign', 'Did it arrive?']);
});

test('a name that deceives is made harmless', async () => {
  const filename = '../../etc/‮fdp.exe';
  await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename });
  expect((await fileNamed(/^fdp/)).file).toMatchObject({ name: 'fdp.exe.pdf', type: 'application/pdf' });
});

test('a slow picture holds its place before a text, and holds up nobody else', async () => {
  await workbench.sim.fault('media-slow', { ms: 2500 }, { times: 1 });
  await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename: 'slow.pdf' });
  await waitFor(async () => (await workbench.sim.requests()).some(({ path }) => path.includes('attachments')));
  await phone.say(number, 'after the slow one');
  const other = await workbench.sim.customer({ name: 'Jonas Weber' });
  await other.say(number, 'I am quick');
  const quick = await conversationOf(workbench, 'Jonas Weber');
  await quick.agent.findMessage(quick.room._id, 'I am quick');
  expect(await filesNamed(/^slow/)).toEqual([]);
  await agent.findMessage(room, 'after the slow one');
  expect(await linesFrom(({ file }) => file?.name === 'slow.pdf')).toEqual(['slow.pdf', 'after the slow one']);
});

describe('what the settings do not let pass leaves a line of the customer that says why, with the caption', () => {
  const defaults = {
    file_uploads_enabled: true,
    max_file_upload_size: 104_857_600,
    accepted_media_types: 'image/*, application/pdf, video/*, audio/*',
  };
  afterEach(() => workbench.setSettings(defaults));

  test.each([
    ['files switched off', { file_uploads_enabled: false }, /Photo.*switched off[^]*caption 1/],
    ['a file that is too large', { max_file_upload_size: 10 }, /Photo.*kB; the app's settings allow[^]*caption 2/],
    ['a type that is not accepted', { accepted_media_types: 'audio/*' }, /Photo.*image\/png[^]*caption 3/],
  ])('%s', async (_what, settings, expected) => {
    await workbench.setSettings(settings);
    await workbench.sim.clearRequests();
    const caption = /caption \d/.exec(String(expected))?.[0];
    await sendFile('image', { bytes: PIXEL, mime: 'image/png' }, { caption });
    const line = await agent.findMessage(room, expected);
    expect(line.u.name).toBe('Layla Haddad');
    expect(line.blocks ?? []).toEqual([]);
    await workbench.idle();
    const requests = (await workbench.sim.requests()).filter(({ path }) => path.includes('attachments'));
    expect(requests).toEqual([]);
  });

  test('-1 is no limit', async () => {
    await workbench.setSettings({ max_file_upload_size: -1 });
    await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename: 'unlimited.pdf' });
    await fileNamed(/^unlimited/);
  });

  test('what the workspace itself refuses is said too', async () => {
    await workbench.setServerSetting('FileUpload_MediaTypeBlackList', 'application/pdf');
    await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename: 'refused.pdf' }, { caption: 'look' });
    await agent.findMessage(room, /refused\.pdf[^]*does not accept files of this type[^]*look/);
    await workbench.setServerSetting('FileUpload_MediaTypeBlackList', 'image/svg+xml');
  });
});

describe('what could not be fetched can be tried again', () => {
  // A number of its own for each: 360dialog allows a number few failures in an hour.
  beforeEach(async () => {
    numbers += 1;
    number = await connectNewNumber(workbench, `55115555${5000 + numbers}`);
    const { phone: owner, ...conversation } = await conversationWith(workbench, number, `Layla ${numbers}`);
    phone = owner;
    ({ agent, room } = conversation);
    await workbench.sim.clearRequests();
  });

  const cards = async (text: RegExp) =>
    (await agent.messages(room)).filter(({ msg, blocks }) => blocks && text.test(msg));

  test.each([
    ['an address that has run out', 'media-expired', { what: 'url' }, 2, /expired/],
    ['the limiter', 'throttled', { on: 'media download' }, 1, /too many requests/],
    ['damaged bytes', 'media-damaged', { how: 'shortened' }, 2, /damaged/],
    ['a connection that breaks', 'media-damaged', { how: 'connection breaks' }, 2, /broke off|did not answer/],
    ['an outage', 'server-error', { on: 'media info' }, 2, /360dialog has a problem/],
  ])('%s', async (what, kind, params, times, reason) => {
    const filename = `${what.replaceAll(' ', '-')}.pdf`;
    await workbench.sim.fault(kind, params, { times });
    await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename }, { caption: `about ${what}` });
    const card = await agent.findMessage(room, (message) => Boolean(message.blocks) && message.msg.includes(filename), {
      timeout: 20_000,
    });
    expect(card.msg).toMatch(reason);
    await agent.findMessage(room, `about ${what}`);
    await agent.clickButton(card, 'Try again');
    await fileNamed(new RegExp(`^${filename}`));
    await waitFor(async () => (await cards(new RegExp(filename))).length === 0);
    expect(await filesNamed(new RegExp(`^${filename}`))).toHaveLength(1);
    const texts = (await agent.messages(room)).filter(({ msg }) => msg === `about ${what}`);
    expect(texts).toHaveLength(1);
  });

  test('while it fails the card stays and says why; two presses leave one file', async () => {
    await workbench.sim.fault('throttled', { on: 'media download' });
    await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename: 'again.pdf' });
    const card = await agent.findMessage(room, ({ msg, blocks }) => Boolean(blocks) && msg.includes('again.pdf'));
    await agent.clickButton(card, 'Try again');
    await waitFor(() => agent.ephemeral.find(({ msg }) => /again\.pdf.*could not be fetched/.test(msg)));
    expect(
      findButton((await agent.findMessage(room, ({ _id }) => _id === card._id)).blocks ?? [], 'Try again'),
    ).toBeTruthy();
    await workbench.sim.clearFaults();
    await Promise.all([agent.clickButton(card, 'Try again'), agent.clickButton(card, 'Try again')]);
    await fileNamed(/^again\.pdf/);
    await workbench.idle();
    expect(await filesNamed(/^again\.pdf/)).toHaveLength(1);
    expect(await cards(/again\.pdf/)).toEqual([]);
    // The card is gone; a client that still shows it may press once more.
    await agent.clickButton(card, 'Try again').catch((error: unknown) => expect(error).toBeInstanceOf(HttpFailure));
    await workbench.idle();
    expect(await filesNamed(/^again\.pdf/)).toHaveLength(1);
  });

  test('a reaction to a file that came late stands on the file', async () => {
    await workbench.setServerSetting('Workbench_Role_App_Has_View_Livechat_Rooms', true);
    await workbench.sim.fault('throttled', { on: 'media info' }, { times: 1 });
    const wamid = await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename: 'late.pdf' });
    const card = await agent.findMessage(room, ({ msg, blocks }) => Boolean(blocks) && msg.includes('late.pdf'));
    await agent.clickButton(card, 'Try again');
    await fileNamed(/^late\.pdf/);
    await workbench.idle();
    await phone.send(number, { type: 'reaction', reaction: { message_id: wamid, emoji: '👍' } });
    if (!SERVER_TRAITS[workbench.server].reactsByUpdater) {
      // Its engine does not let apps react: a line says it.
      await agent.findMessage(room, ({ msg }) => msg.includes('👍'));
      return;
    }
    await waitFor(async () => Object.keys((await fileNamed(/^late\.pdf/)).reactions ?? {}).length > 0);
  });

  test('an address that ran out once is asked for anew, without a word', async () => {
    await workbench.sim.fault('media-expired', { what: 'url' }, { times: 1 });
    await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename: 'once.pdf' });
    await fileNamed(/^once\.pdf/);
    expect(await cards(/once\.pdf/)).toEqual([]);
  });

  test('what WhatsApp has deleted is said, without a button', async () => {
    await workbench.sim.fault('media-expired', { what: 'id' });
    await workbench.sim.clearRequests();
    await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename: 'gone.pdf' });
    const line = await agent.findMessage(room, /gone\.pdf[^]*does not have it any more/);
    expect(line.blocks ?? []).toEqual([]);
    expect((await workbench.sim.requests()).filter(({ status }) => status >= 400)).toHaveLength(1);
  });
});

test('a file with a caption costs no more than nine round trips', async () => {
  // The first one reads the settings as well, once a minute.
  await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename: 'first.pdf' });
  await fileNamed(/^first/);
  await workbench.idle();
  await workbench.clearRoundTrips();
  await sendFile(
    'document',
    { bytes: PDF, mime: 'application/pdf', filename: 'cost.pdf' },
    { caption: 'and its cost' },
  );
  await agent.findMessage(room, 'and its cost');
  await workbench.idle();
  const requests = await workbench.roundTrips();
  const calls = requests.flatMap((request) => Object.entries(request.calls));
  const total = calls.reduce((sum, [, count]) => sum + count, 0);
  expect({ calls, fits: total <= 9 ? 'yes' : String(total) }).toEqual({ calls, fits: 'yes' });
});

describe('nothing twice', () => {
  test('a webhook that comes twice leaves one file', async () => {
    await workbench.sim.fault('webhook-duplicate', {}, { times: 1 });
    await sendFile('document', { bytes: PDF, mime: 'application/pdf', filename: 'twice.pdf' }, { caption: 'twice?' });
    await fileNamed(/^twice\.pdf/);
    await workbench.idle();
    expect(await filesNamed(/^twice\.pdf/)).toHaveLength(1);
    expect((await agent.messages(room)).filter(({ msg }) => msg === 'twice?')).toHaveLength(1);
  });

  test('an album of one second has a name for each of its pictures', async () => {
    const before = await filesNamed(/^Photo/);
    await phone.send(
      number,
      { type: 'image', image: {} },
      { count: 4, file: { base64: PIXEL.toString('base64'), mime: 'image/png' } },
    );
    const names = await waitFor(async () => {
      const pictures = await filesNamed(/^Photo/);
      return pictures.length === before.length + 4 && pictures.map(({ file }) => file?.name);
    });
    expect(new Set(names).size).toBe(names.length);
  });
});
