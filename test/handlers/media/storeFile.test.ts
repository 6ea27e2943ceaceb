import { storeFile } from '../../../src/handlers/media/storeFile';
import { fakeHost } from '../../support/fakeHost';
import { sayKeys } from '../../support/sayKeys';
import { failureOf } from '../dialog360/support/connect';
import { answering } from './support/answering';
import { mediaRoom, roomParts } from './support/mediaRoom';

const MB = 1024 * 1024;
const visitor = { token: 'visitor-token', username: 'ana', name: 'Ana' };
const fileOf = (size = 6) => ({
  name: 'a.pdf',
  type: 'application/pdf',
  pieces: [Buffer.from('two '), Buffer.from('pieces')],
  size,
});

/** Stores a file where the workspace's address answers so. */
async function store(
  status: number,
  body: unknown,
  { size, isClosed = false }: { size?: number; isClosed?: boolean } = {},
) {
  const workspace = await answering(status, body);
  const parts = roomParts();
  const getById = async () => ({ type: 'l', isOpen: !isClosed });
  const { getRoomReader } = parts.read as { getRoomReader: () => object };
  const read = { ...parts.read, getRoomReader: () => ({ ...getRoomReader(), getById }) } as never;
  const { host, log } = fakeHost({ ...parts, read });
  const file = fileOf(size);
  const stored = storeFile(host, { room: mediaRoom(), visitor, address: workspace.url }, file, sayKeys);
  await stored.catch(() => undefined);
  await workspace.stop();
  return { stored, file, lines: parts.lines, uploads: workspace.got.length, log };
}

test('a file without an address goes through the engine, in one piece', async () => {
  const parts = roomParts();
  const place = { room: mediaRoom(), visitor, address: undefined };
  await expect(storeFile(fakeHost(parts).host, place, fileOf(), sayKeys)).resolves.toMatchObject({
    messageId: 'message-1',
  });
  expect(parts.lines).toMatchObject([{ file: { name: 'a.pdf' }, bytes: Buffer.from('two pieces') }]);
});

test('a file with an address goes there and nowhere else, and is not kept', async () => {
  const { stored, file, lines } = await store(200, { _id: 'm1', ts: '2026-11-26T10:00:00.000Z' });
  await expect(stored).resolves.toMatchObject({ messageId: 'm1' });
  expect({ lines, pieces: file.pieces }).toEqual({ lines: [], pieces: [] });
});

test('what is not taken there goes through the engine with all its bytes', async () => {
  const { stored, lines, log } = await store(413, 'too large', { size: 32 * MB });
  await expect(stored).resolves.toMatchObject({ messageId: 'message-1' });
  expect(lines).toMatchObject([{ bytes: Buffer.from('two pieces') }]);
  expect(log.join()).toContain('HTTP 413');
});

test('what the engine cannot carry is told with what was said', async () => {
  const { stored, lines } = await store(413, 'too large', { size: 32 * MB + 1 });
  expect(await failureOf(stored)).toMatchObject({ key: 'media:tooHeavyRefused', params: { details: 'HTTP 413' } });
  expect(lines).toEqual([]);
});

test('what the workspace takes on no way is not tried on another', async () => {
  const { stored, lines } = await store(400, { reason: 'error-type-not-allowed' });
  expect(await failureOf(stored)).toMatchObject({ key: 'media:workspaceType', kind: 'refused' });
  expect(lines).toEqual([]);
});

test('a room that was closed meanwhile is told before the engine is given the file', async () => {
  const { stored, lines } = await store(403, { error: 'forbidden' }, { isClosed: true });
  await expect(stored).resolves.toBeUndefined();
  expect(lines).toEqual([]);
});
