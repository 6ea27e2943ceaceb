import { createDialog360Http, Reach } from '../../../src/handlers/dialog360/createDialog360Http';
import { answering } from '../media/support/answering';
import { fakeHttp } from './support/connect';

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

test('what the engine cannot carry goes directly or not at all', async () => {
  const { way, requests } = wayWith(byRocketChat);
  const data: object = Buffer.alloc(33 * 1024 * 1024);
  // As where the engine's wire is msgpack.
  const { send } = process;
  process.send = undefined;
  await expect(way.post(await goneAddress(), { ...request, content: undefined, data })).rejects.toThrow('fetch failed');
  process.send = send;
  expect(requests).toEqual([]);
});
