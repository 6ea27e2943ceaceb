import { bringMedia } from '../../../src/handlers/media/bringMedia';
import { fakeHost } from '../../support/fakeHost';
import { sayKeys } from '../../support/sayKeys';
import { arrivalOf } from './support/arrivalOf';
import { mediaReplies } from './support/mediaReplies';
import { roomParts } from './support/mediaRoom';

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

test('a heavy file whose first attempt came to no end is not tried again by itself', async () => {
  const replies = mediaReplies(bytes, { file_size: 20 * 1024 * 1024 });
  const { host, requests } = fakeHost({ ...roomParts(), replies });
  const outcome = await bringMedia(host, arrivalOf({ resumed: true }), sayKeys);
  expect(outcome).toEqual({ kind: 'failed', reason: 'media:interrupted', canHelp: true });
  expect(requests).toHaveLength(1);
});

test('a file as large as one that broke the app lately is refused before it is fetched', async () => {
  const replies = mediaReplies(bytes, { file_size: 64 * 1024 * 1024 });
  const { host, store } = fakeHost({ ...roomParts(), replies });
  await bringMedia(host, arrivalOf({ resumed: true }), sayKeys);
  const again = fakeHost({ ...roomParts(), replies, store });
  await expect(bringMedia(again.host, arrivalOf(), sayKeys)).resolves.toMatchObject({
    reason: expect.stringMatching(/^media:tooHeavy/),
    canHelp: false,
  });
  expect(again.requests).toHaveLength(1);
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
