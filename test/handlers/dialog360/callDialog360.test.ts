import { inspect } from 'node:util';
import * as v from 'valibot';
import { callDialog360, note, readSuccess } from '../../../src/handlers/dialog360/callDialog360';
import { createDialog360Http, Reach } from '../../../src/handlers/dialog360/createDialog360Http';
import { readApiKey, readBaseUrl } from '../../../src/handlers/core/settings/readCredentials';
import { AppError } from '../../../src/handlers/core/errors/AppError';
import { describeError } from '../../../src/handlers/core/errors/describeError';
import { answering } from '../inbound/media/support';
import { connect, createDialog360, failureOf, fakeHttp } from './support/connect';

describe('callDialog360', () => {
  describe('callDialog360', () => {
    test('sends JSON as text, with the key and its own timeout', async () => {
      const { connection, requests } = connect({ json: {} });
      await callDialog360(connection, { method: 'post', path: '/messages', json: { to: '1' }, timeout: 5 });
      expect(requests).toEqual([
        {
          method: 'post',
          url: 'https://waba.example/messages',
          headers: { 'D360-API-KEY': connection.apiKey, 'Content-Type': 'application/json' },
          content: '{"to":"1"}',
          timeout: 5,
        },
      ]);
    });

    test('writes a query into the address and asks for bytes only where they are wanted', async () => {
      const { connection, requests } = connect({}, {});
      await callDialog360(connection, { method: 'get', path: '/a', query: { limit: 2, after: 'x&y=' }, timeout: 5 });
      await callDialog360(connection, { method: 'get', path: '/a', timeout: 5, binary: true });
      expect(requests[0]?.url).toBe('https://waba.example/a?limit=2&after=x%26y%3D');
      expect(requests[0]).not.toHaveProperty('encoding');
      expect(requests[1]).toMatchObject({ url: 'https://waba.example/a', encoding: null });
    });

    test.each([200, 201, 204])('takes %d for a success', async (status) => {
      const { connection } = connect({ status });
      await expect(callDialog360(connection, { method: 'get', path: '/a', timeout: 5 })).resolves.toMatchObject({
        statusCode: status,
      });
    });

    test('turns every other answer, no answer, and a host without network into an AppError', async () => {
      const call = { method: 'get', path: '/a', timeout: 5 } as const;
      const { connection } = connect({ status: 502 }, { status: 304 }, new Error('connect ECONNREFUSED 127.0.0.1:1'));
      expect(await failureOf(callDialog360(connection, call))).toMatchObject({
        key: 'errors:dialog360Down',
        status: 502,
      });
      expect(await failureOf(callDialog360(connection, call))).toMatchObject({ key: 'errors:refused', status: 304 });
      expect(await failureOf(callDialog360(connection, call))).toMatchObject({ key: 'errors:unreachable' });
      const mute = { ...connection, http: { ...connection.http, get: () => Promise.resolve(undefined as never) } };
      expect(await failureOf(callDialog360(mute, call))).toMatchObject({
        key: 'errors:networkNotAllowed',
        kind: 'bug',
      });
    });

    test.each([
      ['https://elsewhere.example/a?token=1', 'https://elsewhere.example'],
      ['/other', 'https://waba.example'],
      ['javascript:alert(1)', '–'],
      [undefined, 'https://waba.example'],
    ])('says where a redirect leads (%s), which is a refusal', async (location, address) => {
      const { connection } = connect({ status: 307, headers: location === undefined ? {} : { location } });
      expect(await failureOf(callDialog360(connection, { method: 'post', path: '/a', timeout: 5 }))).toMatchObject({
        kind: 'refused',
        key: 'errors:redirected',
        params: { address },
        status: 307,
        maybeSent: false,
      });
    });
  });

  const schema = v.object({ id: v.string(), inner: v.optional(v.object({ size: v.number() })) });

  async function read(reply: Parameters<typeof connect>[0]) {
    const { connection } = connect(reply);
    const response = await connection.http.get('https://waba.example/a');
    return () => readSuccess(connection, schema, response);
  }

  describe('readSuccess', () => {
    test('gives what the schema reads', async () => {
      expect((await read({ json: { id: 'a', more: 1 } }))()).toEqual({ id: 'a' });
    });

    test.each([
      ['a text', { text: 'OK' }, 'body: Object'],
      ['JSON that breaks off', { text: '{"id":' }, 'body: Object'],
      ['a missing part', { json: {} }, 'id: "id"'],
      ['a part of another kind', { json: { id: 'a', inner: { size: 'private words' } } }, 'inner.size: number'],
    ])('says of %s what was expected, never what was there', async (_case, reply, details) => {
      const attempt = await read(reply);
      expect(attempt).toThrow(
        expect.objectContaining({ key: 'errors:answerUnreadable', status: 200, maybeSent: true, params: { details } }),
      );
    });
  });

  test('answers that did not come or cannot be read are kept, refusals tell themselves', () => {
    const kept: AppError[] = [];
    const connection = { ...connect().connection, note: (trouble: AppError) => void kept.push(trouble) };
    const broken = new AppError({ kind: 'unreachable', retry: 'later', key: 'errors:connectionBroke' });
    const refusal = new AppError({ kind: 'refused', retry: 'no', key: 'errors:keyRefused' });
    expect(note(connection, broken)).toBe(broken);
    expect(note(connection, refusal)).toBe(refusal);
    expect(note(connect().connection, broken)).toBe(broken);
    expect(kept).toEqual([broken]);
  });
});

describe('createDialog360Http', () => {
  const request = { headers: { 'D360-API-KEY': 'the-key' }, content: '{}', timeout: 2_000 };

  /** A way with an `IHttp` that answers "by Rocket.Chat", so often. */
  function wayWith(...replies: Parameters<typeof fakeHttp>) {
    const { http, requests } = fakeHttp(...replies);
    const log: string[] = [];
    const write = (...items: unknown[]) => void log.push(items.map(String).join(' '));
    const logger = { debug: write, info: write, warn: write, error: write };
    return { way: createDialog360Http({ http, reach: new Reach(), logger }), requests, log };
  }

  /** Nobody listens there any more. */
  async function goneAddress(): Promise<string> {
    const server = await answering(200);
    await server.stop();
    return server.url;
  }

  const byRocketChat = { text: 'by Rocket.Chat' };

  afterEach(() => jest.restoreAllMocks());

  test('the host is asked once without the key, and from then on by the sandbox itself', async () => {
    const server = await answering(200, 'directly');
    const { way, requests, log } = wayWith();
    const answers = [await way.post(`${server.url}/a`, request), await way.get(`${server.url}/b`, { timeout: 2_000 })];
    await server.stop();
    expect(answers.map(({ content }) => content)).toEqual(['directly', 'directly']);
    expect(server.got.map(({ url, headers }) => [url, headers['d360-api-key']])).toEqual([
      ['/', undefined],
      ['/a', 'the-key'],
      ['/b', undefined],
    ]);
    expect({ requests, log }).toEqual({ requests: [], log: [] });
  });

  test('where the sandbox connects to nobody, Rocket.Chat is asked, for five minutes without another try', async () => {
    const url = await goneAddress();
    const { way, requests } = wayWith(byRocketChat, byRocketChat, byRocketChat);
    const fetches = jest.spyOn(globalThis, 'fetch');
    const start = Date.now();
    expect(await way.post(`${url}/a`, request)).toMatchObject({ content: 'by Rocket.Chat' });
    await way.post(`${url}/b`, request);
    expect(fetches).toHaveBeenCalledTimes(1);
    jest.spyOn(Date, 'now').mockReturnValue(start + 6 * 60_000);
    await way.post(`${url}/c`, request);
    expect(fetches).toHaveBeenCalledTimes(2);
    expect(requests.map((each) => [each.method, each.url, each.headers])).toEqual(
      ['/a', '/b', '/c'].map((path) => ['post', `${url}${path}`, request.headers]),
    );
  });

  test('a host that is gone after it was there is asked through Rocket.Chat, and the log says why', async () => {
    const server = await answering(200, 'directly');
    const { way, requests, log } = wayWith(byRocketChat);
    await way.get(`${server.url}/a`, { timeout: 2_000 });
    await server.stop();
    expect(await way.post(`${server.url}/b`, request)).toMatchObject({ content: 'by Rocket.Chat' });
    expect(requests).toHaveLength(1);
    expect(log.join()).toMatch(/does not reach 360dialog by itself.*ECONNREFUSED/);
    expect(log.join()).not.toContain('the-key');
  });

  test('what may have left is not repeated: a connection that breaks, and one that says nothing in time', async () => {
    const broken = await answering(0);
    // The question without a key breaks as well, so it has to have been answered before.
    const reach = new Reach();
    jest.spyOn(reach, 'isDirect').mockResolvedValue(true);
    const { http, requests } = fakeHttp(byRocketChat);
    const logger = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
    const way = createDialog360Http({ http, reach, logger });
    await expect(way.post(broken.url, request)).rejects.toThrow('fetch failed');
    await broken.stop();
    const mute = await answering(-1);
    await expect(way.post(mute.url, { ...request, timeout: 100 })).rejects.toThrow(/time/i);
    await mute.stop();
    expect(requests).toEqual([]);
  });

  test('a form goes through Rocket.Chat as bytes, which say their boundary', async () => {
    const { way, requests } = wayWith(byRocketChat);
    const name = 'a"; filename="b\r\nX-Other: 1.png';
    const data = new FormData();
    data.append('type', 'image/png');
    data.append('file', new Blob([new Uint8Array([0, 13, 10, 45, 45, 255])], { type: 'image/png' }), name);
    await way.post(await goneAddress(), { ...request, content: undefined, data });
    const [sent] = requests;
    expect(Buffer.isBuffer(sent?.data)).toBe(true);
    expect(sent?.headers).toMatchObject({ 'D360-API-KEY': 'the-key' });
    const headers = { 'Content-Type': sent?.headers?.['Content-Type'] ?? '' };
    const form = await new Response(sent?.data as Buffer, { headers }).formData();
    expect([...form.keys()]).toEqual(['type', 'file']);
    const file = form.get('file') as Blob;
    expect(file.type).toBe('image/png');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(Buffer.from([0, 13, 10, 45, 45, 255]));
  });

  test('what the engine cannot carry goes directly or not at all', async () => {
    const { way, requests } = wayWith(byRocketChat);
    const data = new FormData();
    data.append('file', new Blob([new Uint8Array(33 * 1024 * 1024)]));
    // As where the engine's wire is msgpack.
    const { send } = process;
    process.send = undefined;
    await expect(way.post(await goneAddress(), { ...request, content: undefined, data })).rejects.toThrow(
      'fetch failed',
    );
    process.send = send;
    expect(requests).toEqual([]);
  });
});

describe('everyCall', () => {
  describe('every call', () => {
    test('never waits as long as the host would', async () => {
      const { connection, requests } = connect(...Array.from({ length: 20 }, () => ({ status: 500 })));
      const { downloadMedia, uploadMedia, ...dialog360 } = createDialog360(connection);
      const file = { content: Buffer.from(''), mimeType: 'image/png', fileName: 'a' };
      const calls = [
        dialog360.readHealth(),
        dialog360.readWebhookSettings(),
        dialog360.writeWebhook({ url: 'https://a', headers: {} }),
        dialog360.removeWebhook('https://a'),
        dialog360.sendMessage({}),
        dialog360.markRead('a'),
        dialog360.readMedia('an-id'),
        dialog360.readTemplates(),
        downloadMedia('https://waba.example/a'),
        uploadMedia(file),
      ];
      await Promise.allSettled(calls);
      expect(requests).toHaveLength(calls.length);
      for (const { url, timeout = Infinity } of requests) {
        const isOfFile = ['https://waba.example/a', 'https://waba.example/media'].includes(url);
        expect({ url, isPatient: timeout < (isOfFile ? 180_000 : 30_000) }).toEqual({ url, isPatient: true });
      }
    });
  });

  const KEY = connect().connection.apiKey;
  /** Failures that repeat the key: a server that echoes what it refused, a host whose error holds the request. */
  const leaks = [
    { status: 401, json: { error: { message: `Invalid key ${KEY}`, code: 190 } } },
    { status: 401, json: { error: `Invalid API key ${KEY}` } },
    { status: 401, json: { meta: { developerMessage: `${KEY} is unknown` } } },
    { status: 502, text: `<html><title>upstream said ${KEY}</title></html>` },
    { status: 400, text: `bad header D360-API-KEY: ${KEY}` },
    new Error(`fetch failed: {"headers":{"D360-API-KEY":"${KEY}"}}`),
    new TypeError(`Invalid value "${KEY}" for header`),
    { status: 200, json: { messages: KEY, url: [KEY], id: null } },
  ];

  describe('the API key never leaves in an error', () => {
    test.each(leaks.map((leak, index) => [index, leak] as const))('whatever fails (%d)', async (_index, leak) => {
      const { connection } = connect(leak);
      const error = await failureOf(createDialog360(connection).sendMessage({ to: '1' }));
      const told = describeError(error, (key, params) => `${key} ${JSON.stringify(params)}`);
      const everything = [
        told,
        error.message,
        String(error),
        inspect(error, { depth: 9 }),
        JSON.stringify(error),
      ].join();
      expect(everything).not.toContain(KEY);
      expect(inspect(error.cause, { depth: 9, showHidden: true })).not.toContain(KEY);
    });
  });
});

describe('readCredentials', () => {
  describe('readApiKey', () => {
    test.each([
      ['as it is', '3xnWiXjfksuo09ejfkdsqJcxAK', '3xnWiXjfksuo09ejfkdsqJcxAK'],
      ['of the sandbox', '1234567_sandbox', '1234567_sandbox'],
      ['pasted with blanks and a line end', '  abc\n', 'abc'],
      ['pasted with invisible marks', '\u200babc\u2060', 'abc'],
    ])('takes a key %s', (_case, text, value) => {
      expect(readApiKey(text)).toEqual({ ok: true, value });
    });

    test.each([
      ['nothing', '  ', 'errors:apiKeyMissing'],
      ['two words', 'D360-API-KEY abc', 'errors:apiKeyMalformed'],
      ['a line in between', 'abc\ndef', 'errors:apiKeyMalformed'],
      ['letters that no header carries', 'ключ', 'errors:apiKeyMalformed'],
    ])('refuses %s, without repeating it', (_case, text, key) => {
      expect(readApiKey(text)).toEqual({ ok: false, error: { key } });
    });
  });

  describe('readBaseUrl', () => {
    test.each([
      ['https://waba-v2.360dialog.io', 'https://waba-v2.360dialog.io'],
      [' https://waba-v2.360dialog.io/ ', 'https://waba-v2.360dialog.io'],
      ['HTTPS://Waba.Example:8443/proxy/waba//', 'https://waba.example:8443/proxy/waba'],
      ['http://localhost:4010', 'http://localhost:4010'],
      ['http://sim.localhost:4010', 'http://sim.localhost:4010'],
      ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
      ['http://127.1.2.3', 'http://127.1.2.3'],
      ['http://[::1]:4010', 'http://[::1]:4010'],
    ])('takes %s', (text, value) => {
      expect(readBaseUrl(text)).toEqual({ ok: true, value });
    });

    test.each([
      ['', 'errors:baseUrlMalformed'],
      ['waba-v2.360dialog.io', 'errors:baseUrlMalformed'],
      ['https://', 'errors:baseUrlMalformed'],
      ['https://user:pass@waba.example', 'errors:baseUrlMalformed'],
      ['https://waba.example?key=1', 'errors:baseUrlMalformed'],
      ['https://waba.example#a', 'errors:baseUrlMalformed'],
      ['http://waba.example', 'errors:baseUrlInsecure'],
      ['http://10.0.0.5', 'errors:baseUrlInsecure'],
      ['http://127.0.0.1.example.org', 'errors:baseUrlInsecure'],
      ['http://localhost.example.org', 'errors:baseUrlInsecure'],
      ['ftp://localhost', 'errors:baseUrlInsecure'],
      ['javascript:alert(1)', 'errors:baseUrlInsecure'],
    ])('refuses "%s": %s', (text, key) => {
      expect(readBaseUrl(text)).toEqual({ ok: false, error: { key, params: { value: text } } });
    });
  });
});
