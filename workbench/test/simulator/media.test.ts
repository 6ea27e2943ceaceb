import { createHash } from 'node:crypto';
import { oggVoice } from '../../src/simulator/samples/oggVoice';
import { frozenClock } from './support/frozenClock';
import { type Receiver, startReceiver } from './support/startReceiver';
import { ANA, startTestSimulator, type TestSimulator } from './support/startTestSimulator';

let simulator: TestSimulator;
let receiver: Receiver;

beforeEach(async () => {
  [simulator, receiver] = await Promise.all([startTestSimulator(frozenClock), startReceiver()]);
  await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url });
});
afterEach(async () => {
  await simulator.stop();
  await receiver.stop();
});

const DAY = 24 * 3_600_000;
const advance = (advanceMs: number) => simulator.control('POST', '/clock', { advanceMs });
const fault = (kind: string, params: object = {}) => simulator.control('POST', '/faults', { kind, params, times: 1 });

function form(bytes: Buffer, type: string, more: Record<string, string> = { messaging_product: 'whatsapp' }): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ type, ...more })) data.set(name, value);
  data.set('file', new Blob([new Uint8Array(bytes)], { type }), 'file.bin');
  return data;
}

/** As clients of 360dialog do: the host is replaced, the key is sent. */
async function download(url: string, key = simulator.running.demo.apiKey, more: Record<string, string> = {}) {
  const { pathname, search } = new URL(url);
  const headers = { 'D360-API-KEY': key, ...more };
  const response = await fetch(simulator.running.url + pathname + search, { headers });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

describe('uploads', () => {
  it('keeps a file and gives it back by a signed URL of Meta’s host', async () => {
    const bytes = Buffer.from('a picture, more or less');
    const uploaded = await simulator.api('POST', '/media', form(bytes, 'image/png'));
    expect([uploaded.status, Object.keys(uploaded.json)]).toEqual([200, ['id']]);
    const info = await simulator.api('GET', `/${uploaded.json.id}`);
    expect(info.json).toEqual({
      url: expect.stringMatching(
        /^https:\/\/lookaside\.fbsbx\.com\/whatsapp_business\/attachments\/\?mid=\d+&ext=\d{10}&hash=AT[\w-]{43}$/,
      ),
      mime_type: 'image/png',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      file_size: bytes.length,
      id: uploaded.json.id,
      messaging_product: 'whatsapp',
    });
    expect(await download(info.json.url)).toEqual({ status: 200, type: 'image/png', bytes });
  });

  it('gives a piece of a file, unless it is told to know no pieces', async () => {
    const bytes = Buffer.from('a picture, more or less');
    const { json } = await simulator.api('POST', '/media', form(bytes, 'image/png'));
    const { url } = (await simulator.api('GET', `/${json.id}`)).json;
    const piece = (range: string) => download(url, undefined, { Range: range });
    expect(await piece('bytes=2-8')).toMatchObject({ status: 206, bytes: Buffer.from('picture') });
    expect(await piece('bytes=19-99')).toMatchObject({ status: 206, bytes: Buffer.from('less') });
    await simulator.control('POST', '/switches', { mediaRanges: 'off' });
    expect(await piece('bytes=2-8')).toMatchObject({ status: 200, bytes });
  });

  it.each<[string, () => FormData, RegExp]>([
    ['no product', () => form(Buffer.from('x'), 'image/png', {}), /messaging_product is required/],
    [
      'a CSV file',
      () => form(Buffer.from('x'), 'text/csv'),
      /must be a file with one of the following types: audio\/aac, .*Received file of type 'text\/csv'/,
    ],
    ['a type in capitals', () => form(Buffer.from('x'), 'IMAGE/PNG'), /Received file of type 'IMAGE\/PNG'/],
    [
      'a type with parameters',
      () => form(Buffer.from('x'), 'audio/ogg; codecs=opus'),
      /Received file of type 'audio\/ogg; codecs=opus'/,
    ],
    ['another name of a type', () => form(Buffer.from('x'), 'audio/x-m4a'), /Received file of type 'audio\/x-m4a'/],
    ['an empty file', () => form(Buffer.alloc(0), 'image/png'), /must not be empty/],
    [
      'no file',
      () => {
        const data = new FormData();
        data.set('messaging_product', 'whatsapp');
        return data;
      },
      /parameter file is required/,
    ],
  ])('refuses %s', async (_title, body, words) => {
    const { status, json } = await simulator.api('POST', '/media', body());
    expect([status, json.error.code]).toEqual([400, 100]);
    expect(json.error.message).toMatch(words);
  });

  it('takes any type when told to', async () => {
    await simulator.control('POST', '/switches', { uploadTypes: 'any' });
    expect((await simulator.api('POST', '/media', form(Buffer.from('x'), 'text/csv'))).status).toBe(200);
  });

  it('takes 25 files a second', async () => {
    await simulator.control('POST', '/switches', { mediaUploadsPerSecond: 2 });
    const answers = await Promise.all(
      [1, 2, 3].map(() => simulator.api('POST', '/media', form(Buffer.from('x'), 'image/png'))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 400]);
  });

  it('forgets a deleted file, and one of 30 days', async () => {
    const first = await simulator.api('POST', '/media', form(Buffer.from('x'), 'image/png'));
    const second = await simulator.api('POST', '/media', form(Buffer.from('x'), 'image/png'));
    expect((await simulator.api('DELETE', `/${first.json.id}`)).json).toEqual({ success: true });
    expect((await simulator.api('DELETE', `/${first.json.id}`)).json.error).toMatchObject({
      code: 100,
      message: '(#100) Invalid post_id parameter',
    });
    await advance(30 * DAY - 60_000);
    expect((await simulator.api('GET', `/${second.json.id}`)).status).toBe(200);
    await advance(61_000);
    const { status, json } = await simulator.api('GET', `/${second.json.id}`);
    expect(status).toBe(400);
    expect(json.error).toMatchObject({
      message: expect.stringContaining(`Unsupported get request. Object with ID '${second.json.id}' does not exist`),
      type: 'GraphMethodException',
      code: 100,
      error_subcode: 33,
    });
  });

  it('belong to one number', async () => {
    const { json } = await simulator.api('POST', '/media', form(Buffer.from('x'), 'image/png'));
    expect((await simulator.api('GET', `/${json.id}`, undefined, 'demo-key-493023125100')).status).toBe(400);
  });
});

describe('files of customers', () => {
  it('come with the hash in base64 and a URL, and live seven days', async () => {
    const bytes = Buffer.from('%PDF-1.4 or so');
    await simulator.receive(
      { type: 'document', document: { caption: 'Here' } },
      { file: { base64: bytes.toString('base64'), mime: 'application/pdf', filename: 'orçamento.pdf' } },
    );
    const [message] = await receiver.waitForItems('messages', 1);
    expect(message.document).toEqual({
      filename: 'orçamento.pdf',
      mime_type: 'application/pdf',
      sha256: createHash('sha256').update(bytes).digest('base64'),
      id: expect.stringMatching(/^\d{16}$/),
      url: expect.stringMatching(/^https:\/\/lookaside\.fbsbx\.com\/.*source=webhook/),
      caption: 'Here',
    });
    expect((await download(message.document.url)).bytes).toEqual(bytes);
    expect((await simulator.control('GET', `/media/${message.document.id}`)).text).toBe(bytes.toString());
    await advance(7 * DAY + 1000);
    expect((await simulator.api('GET', `/${message.document.id}`)).status).toBe(400);
  });

  it.each([
    ['image', { mime_type: 'image/jpeg' }],
    ['video', { mime_type: 'video/mp4' }],
    ['audio', { mime_type: 'audio/mpeg', voice: false }],
    ['document', { mime_type: 'application/pdf', filename: 'invoice-2031.pdf' }],
    ['sticker', { mime_type: 'image/webp', animated: false }],
  ])('may be a sample: %s', async (type, fields) => {
    await simulator.receive({ type });
    const [message] = await receiver.waitForItems('messages', 1);
    expect(message).toMatchObject({ type, [type]: fields });
    expect((await download(message[type].url)).bytes.length).toBeGreaterThan(500);
  });

  it('may be a voice note or a moving sticker', async () => {
    await simulator.receive({ type: 'voice' });
    await simulator.receive({ type: 'sticker', sticker: { animated: true } });
    const messages = await receiver.waitForItems('messages', 2);
    expect(messages.find(({ type }) => type === 'audio').audio).toMatchObject({
      mime_type: 'audio/ogg; codecs=opus',
      voice: true,
    });
    expect(messages.find(({ type }) => type === 'sticker').sticker.animated).toBe(true);
  });
});

describe('downloads', () => {
  const received = async () => {
    await simulator.receive({ type: 'image' });
    const [message] = await receiver.waitForItems('messages', 1);
    return message.image;
  };

  it('need the key of the number, a good signature, and happen within five minutes', async () => {
    const { url, id } = await received();
    expect((await download(url, 'wrong')).status).toBe(401);
    expect((await download(url, 'demo-key-493023125100')).status).toBe(404);
    expect(
      (await download(url.replace(/hash=AT./, (start: string) => (start.endsWith('x') ? 'hash=ATy' : 'hash=ATx'))))
        .status,
    ).toBe(404);
    expect((await download(url.replace(/ext=\d/, 'ext=9'))).status).toBe(404);
    await advance(4 * 60_000);
    expect((await download(url)).status).toBe(200);
    await advance(61_000);
    expect((await download(url)).status).toBe(404);
    const fresh = await simulator.api('GET', `/${id}`);
    expect((await download(fresh.json.url)).status).toBe(200);
  });

  it('are blocked for an hour after 5 failures within an hour', async () => {
    const { url } = await received();
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await simulator.api('GET', '/123')).status);
    expect(new Set(statuses)).toEqual(new Set([400]));
    expect((await download(url)).status).toBe(403);
    expect((await simulator.api('GET', '/123')).json).toEqual({ error: 'The endpoint is blocked' });
    await advance(60 * 60_000 + 1000);
    expect((await simulator.api('GET', '/123')).status).toBe(400);
  });

  it('can be gone, slow or damaged by faults', async () => {
    const { url, id, sha256 } = await received();
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');
    await fault('media-expired', { what: 'url' });
    expect((await download(url)).status).toBe(404);
    await fault('media-expired', { what: 'id' });
    expect((await simulator.api('GET', `/${id}`)).json.error.message).toContain(`'${id}'`);
    await fault('media-damaged', { how: 'changed' });
    expect(hash((await download(url)).bytes)).not.toBe(sha256);
    await fault('media-damaged', { how: 'connection breaks' });
    await expect(download(url)).rejects.toThrow();
    await fault('media-slow', { ms: 60_000 });
    let isThere = false;
    const slow = download(url).finally(() => (isThere = true));
    await advance(59_000);
    expect(isThere).toBe(false);
    await advance(1_000);
    expect(hash((await slow).bytes)).toBe(sha256);
  });
});

describe('sending files', () => {
  const upload = async (type: string, size = 10) =>
    (await simulator.api('POST', '/media', form(Buffer.alloc(size, 1), type))).json.id;
  const failure = async (message: Record<string, unknown>) => {
    await simulator.receive();
    await simulator.send(message);
    await advance(500);
    return receiver.items('statuses').find(({ status }) => status === 'failed')?.errors[0];
  };

  it('shows them on the phone', async () => {
    await simulator.receive();
    const id = await upload('image/png');
    expect((await simulator.send({ type: 'image', image: { id, caption: 'Look' } })).status).toBe(200);
    const chat = await simulator.control('GET', `/customers/${ANA}/chats/551155550100`);
    expect(chat.json.messages.at(-1).message).toEqual({ type: 'image', image: { id, caption: 'Look' } });
  });

  it.each<[string, string, (id: string) => Record<string, unknown>, RegExp]>([
    [
      'a picture as a video',
      'image/png',
      (id) => ({ type: 'video', video: { id } }),
      /Unsupported Video mime type image\/png. Please use one of video\/3gpp, video\/mp4/,
    ],
    ['a WebP as a picture', 'image/webp', (id) => ({ type: 'image', image: { id } }), /Unsupported Image mime type/],
    [
      'an MP3 as a voice note',
      'audio/mpeg',
      (id) => ({ type: 'audio', audio: { id, voice: true } }),
      /Unsupported Audio mime type/,
    ],
  ])('fails later for %s', async (_title, type, message, words) => {
    const error = await failure(message(await upload(type)));
    expect(error).toMatchObject({ code: 131053, title: 'Media upload error' });
    expect(error.error_data.details).toMatch(words);
  });

  it.each<[string, string, string, Buffer, RegExp]>([
    [
      'MP4 bytes as AAC',
      'audio/aac',
      'voice.aac',
      Buffer.from('\0\0\0\x20ftypM4A '),
      /is no audio\/aac, but audio\/mp4/,
    ],
    [
      'stereo in Ogg',
      'audio/ogg',
      'song.ogg',
      Buffer.from(`OggS${'\0'.repeat(23)}\x13OpusHead\x01\x02`),
      /several channels/,
    ],
    ['Opus under another ending', 'audio/ogg', 'note.opus', oggVoice(), /note\.opus is no audio\/ogg/],
  ])('fails later for %s', async (_title, type, name, bytes, words) => {
    const data = form(bytes, type);
    data.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
    const { id } = (await simulator.api('POST', '/media', data)).json;
    const error = await failure({ type: 'audio', audio: { id } });
    expect(error?.error_data.details).toMatch(words);
  });

  it('fails later for a picture over 5 MB, which as a document is fine', async () => {
    const id = await upload('image/png', 5 * 1024 * 1024 + 1);
    expect((await failure({ type: 'image', image: { id } })).error_data.details).toMatch(/too large/);
    receiver.received.length = 0;
    expect(await failure({ type: 'document', document: { id, filename: 'big.png' } })).toBeUndefined();
  });

  it.each([
    'http://localhost:3000/a.png',
    'https://10.0.0.4/a.png',
    'http://192.168.1.5/a.png',
    'https://chat.internal/a',
  ])('fails later for the link %s, which Meta cannot reach', async (link) => {
    expect(await failure({ type: 'image', image: { link } })).toMatchObject({ code: 131053 });
  });
});
