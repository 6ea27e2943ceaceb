import { bringMedia, findUploadAddress } from '../../../src/handlers/inbound/media/bringMedia';
import { fakeHost } from '../../support/fakeHost';
import { sayKeys } from '../../support/sayKeys';
import { answering } from './support/answering';
import { mediaReplies } from './support/mediaReplies';
import { arrivalOf, roomParts } from './support/mediaRoom';

const bytes = Buffer.from('%PDF-1.4');
const limited = { status: 400, json: { error: 'You have exceeded the endpoint rate limit.' } };

test('a file comes into its room under its name', async () => {
  const parts = roomParts();
  const { host } = fakeHost({ ...parts, replies: mediaReplies(bytes) });
  await expect(bringMedia(host, arrivalOf(), sayKeys)).resolves.toMatchObject({ kind: 'posted' });
  expect(parts.lines).toMatchObject([{ file: { name: 'a.pdf' }, bytes }]);
});

test('what the settings refuse is not even asked about', async () => {
  const { host, requests } = fakeHost({ ...roomParts(), settings: { accepted_media_types: 'audio/*' } });
  const outcome = await bringMedia(host, arrivalOf(), sayKeys);
  expect(outcome).toEqual({ kind: 'failed', reason: 'media:typeRefused {"type":"application/pdf"}', canHelp: false });
  expect(requests).toEqual([]);
});

test.each([
  ['too large a file', mediaReplies(bytes, { file_size: 1e9 }), /^media:tooLarge/, false],
  ['a foreign host', [{ json: { url: 'https://evil.example/' } }], /^errors:mediaHostUnexpected/, false],
  ['the limiter', [limited], /^errors:callsLimited/, true],
])('%s is told with whether trying again can help', async (_what, replies, reason, canHelp) => {
  const { host } = fakeHost({ ...roomParts(), replies });
  const outcome = await bringMedia(host, arrivalOf(), sayKeys);
  expect(outcome).toEqual({ kind: 'failed', reason: expect.stringMatching(reason), canHelp });
});

test('a file that another instance may fetch by now is not put into the room, and can be tried again', async () => {
  const parts = roomParts();
  const { host } = fakeHost({ ...parts, replies: mediaReplies(bytes) });
  const outcome = await bringMedia(host, { ...arrivalOf(), mayStore: () => false }, sayKeys);
  expect(outcome).toEqual({ kind: 'failed', reason: 'media:underWay', canHelp: true });
  expect(parts.lines).toEqual([]);
});

describe('a heavy file', () => {
  const MB = 1024 * 1024;
  const NOBODY = { siteUrl: 'http://127.0.0.1:9' };
  const heavy = (size: number) => mediaReplies(bytes, { file_size: size });

  test('that was interrupted once is fetched again', async () => {
    const { host } = fakeHost({ ...roomParts(), ...NOBODY, replies: heavy(20 * MB) });
    await expect(bringMedia(host, arrivalOf({ resumed: true }), sayKeys)).resolves.toMatchObject({ kind: 'posted' });
  });

  test('that was interrupted twice is not, by itself', async () => {
    const { host, requests } = fakeHost({ ...roomParts(), ...NOBODY, replies: heavy(20 * MB) });
    const outcome = await bringMedia(host, arrivalOf({ resumed: true, stuck: true }), sayKeys);
    expect(outcome).toEqual({ kind: 'failed', reason: 'media:interrupted', canHelp: true });
    expect(requests).toHaveLength(1);
  });

  test('that only comes past the engine is not fetched where nobody answers there', async () => {
    const { host, requests } = fakeHost({ ...roomParts(), ...NOBODY, replies: heavy(40 * MB) });
    const reason = expect.stringMatching(/^media:tooHeavy \{/);
    await expect(bringMedia(host, arrivalOf(), sayKeys)).resolves.toEqual({ kind: 'failed', reason, canHelp: true });
    expect(requests).toHaveLength(1);
  });

  test('waits for the one before it, whatever becomes of that', async () => {
    const first = fakeHost({ ...roomParts(), ...NOBODY, replies: heavy(40 * MB) });
    const { host, requests } = fakeHost({ ...roomParts(), ...NOBODY, replies: heavy(20 * MB) });
    host.memory.locks = first.host.memory.locks;
    const leave = await host.memory.locks.acquire('heavy file');
    const outcomes = Promise.all([first.host, host].map((each) => bringMedia(each, arrivalOf(), sayKeys)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(requests).toHaveLength(1);
    leave();
    expect((await outcomes).map(({ kind }) => kind)).toEqual(['failed', 'posted']);
  });

  test('goes to the address of the workspace', async () => {
    const message = { _id: 'm1', ts: '2026-11-26T10:00:00.000Z', success: true };
    const workspace = await answering(200, message);
    const parts = roomParts();
    const { host } = fakeHost({ ...parts, siteUrl: workspace.url, replies: heavy(20 * MB) });
    const outcome = await bringMedia(host, arrivalOf(), sayKeys);
    await workspace.stop();
    expect(outcome).toEqual({ kind: 'posted', file: { messageId: 'm1', storedAt: Date.parse(message.ts) } });
    expect(workspace.got.map(({ url }) => url)).toEqual(['/api/info', '/api/v1/livechat/upload/room-1']);
    expect(parts.lines).toEqual([]);
  });
});

test('a room that was closed meanwhile is told', async () => {
  const { host } = fakeHost({ ...roomParts({ open: [] }), replies: mediaReplies(bytes) });
  await expect(bringMedia(host, arrivalOf(), sayKeys)).resolves.toEqual({ kind: 'room-closed' });
});

test('a bug of ours is thrown: the webhook is then tried again', async () => {
  const parts = roomParts();
  const { host } = fakeHost({ ...parts, replies: mediaReplies(bytes), read: {} });
  await expect(bringMedia(host, arrivalOf(), sayKeys)).rejects.toThrow('getRoomReader');
});

test('a workspace that answers at its address takes files there, below a path too', async () => {
  const workspace = await answering(200, { version: '8.0', success: true });
  const { host } = fakeHost({ siteUrl: `${workspace.url}/chat/` });
  await expect(findUploadAddress(host, 'room 1')).resolves.toBe(
    `${workspace.url}/chat/api/v1/livechat/upload/room%201`,
  );
  expect(workspace.got.map(({ url }) => url)).toEqual(['/chat/api/info']);
  await workspace.stop();
});

test.each(['', 'chat.example.org', 'ftp://127.0.0.1/', 'http://127.0.0.1:9'])(
  'at "%s" nobody does',
  async (siteUrl) => {
    await expect(findUploadAddress(fakeHost({ siteUrl }).host, 'room-1')).resolves.toBeUndefined();
  },
);

test('an address that was put right counts at once', async () => {
  const workspace = await answering(404);
  const parts = { siteUrl: '' };
  const { host } = fakeHost(parts);
  await findUploadAddress(host, 'room-1');
  host.memory.siteUrl.get = async (_host, age) => (age === 0 ? workspace.url : '');
  await expect(findUploadAddress(host, 'room-1')).resolves.toContain(workspace.url);
  await workspace.stop();
});
