import { downloadMedia } from '../../../src/handlers/dialog360/downloadMedia';
import { PIECE } from '../../../src/handlers/dialog360/loadBytes';
import { connect } from './support/connect';
import { failureOf } from './support/failureOf';

const URL_OF_META = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1';
const bytes = Buffer.from([0, 255, 254, 1]);

describe('downloadMedia', () => {
  test('fetches the bytes from 360dialog with the key', async () => {
    const { connection, requests } = connect({ bytes, headers: { 'content-type': 'image/png' } });
    await expect(downloadMedia(connection, URL_OF_META)).resolves.toEqual({
      pieces: [bytes],
      size: 4,
      mimeType: 'image/png',
    });
    expect(requests[0]).toMatchObject({
      url: 'https://waba.example/whatsapp_business/attachments/?mid=1',
      headers: { 'D360-API-KEY': connection.apiKey },
      encoding: null,
    });
  });

  test('does not even ask for a file that is said to be too large', async () => {
    const { connection, requests } = connect();
    const error = await failureOf(downloadMedia(connection, URL_OF_META, { maxSize: 3, fileSize: 4 }));
    expect(error).toMatchObject({ key: 'errors:mediaTooLarge', params: { size: 4, maxSize: 3 }, retry: 'no' });
    expect(requests).toEqual([]);
  });

  test('does not give out a file that turns out to be too large', async () => {
    const { connection } = connect({ bytes });
    const error = await failureOf(downloadMedia(connection, URL_OF_META, { maxSize: 3, fileSize: 2 }));
    expect(error).toMatchObject({ key: 'errors:mediaTooLarge', params: { size: 4, maxSize: 3 } });
  });

  test.each([4, Infinity, undefined])('gives out a file within the limit of %s', async (maxSize) => {
    const { connection } = connect({ bytes });
    await expect(downloadMedia(connection, URL_OF_META, { maxSize })).resolves.toMatchObject({
      pieces: [bytes],
      size: 4,
    });
  });

  test('asks for a large file in pieces, in one span of time', async () => {
    const file = Buffer.alloc(2 * PIECE + 10, 'abc');
    const pieces = [file.subarray(0, PIECE), file.subarray(PIECE, 2 * PIECE), file.subarray(2 * PIECE)];
    const { connection, requests } = connect(...pieces.map((piece) => ({ status: 206, bytes: piece })));
    const loaded = await downloadMedia(connection, URL_OF_META, { fileSize: file.length, timeout: 9_000 });
    expect(loaded.size).toBe(file.length);
    expect(Buffer.concat(loaded.pieces).equals(file)).toBe(true);
    expect(requests.map(({ headers }) => headers?.Range)).toEqual([
      `bytes=0-${PIECE - 1}`,
      `bytes=${PIECE}-${2 * PIECE - 1}`,
      `bytes=${2 * PIECE}-${3 * PIECE - 1}`,
    ]);
    expect(requests.every(({ timeout }) => timeout !== undefined && timeout <= 9_000)).toBe(true);
  });

  test('takes all of it from a server that knows no pieces', async () => {
    const file = Buffer.alloc(PIECE + 1, 'abc');
    const { connection, requests } = connect({ bytes: file });
    const loaded = await downloadMedia(connection, URL_OF_META, { fileSize: file.length });
    expect(Buffer.concat(loaded.pieces).equals(file)).toBe(true);
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['nothing', { status: 206, bytes: Buffer.alloc(0) }],
    ['no piece any more', { status: 200, bytes: Buffer.alloc(PIECE + 1) }],
  ])('ends where %s comes', async (_what, reply) => {
    const { connection, requests } = connect({ status: 206, bytes: Buffer.alloc(PIECE) }, reply);
    const { size } = await downloadMedia(connection, URL_OF_META, { fileSize: PIECE + 1 });
    expect(size).toBe(PIECE);
    expect(requests).toHaveLength(2);
  });

  test('sends the key to no other host', async () => {
    const { connection, requests } = connect();
    expect(await failureOf(downloadMedia(connection, 'https://evil.example/x'))).toMatchObject({
      key: 'errors:mediaHostUnexpected',
      kind: 'refused',
    });
    expect(requests).toEqual([]);
  });

  test.each([
    ['an address that is over', { status: 404, json: { error: { message: 'gone', code: 100 } } }, 'no'],
    ['a limiter', { status: 429 }, 'no'],
    ['an outage', { status: 502, text: 'Bad Gateway' }, 'later'],
    ['a timeout', new Error('network timeout'), 'later'],
  ])('says about a new try after %s', async (_case, reply, retry) => {
    const { connection } = connect(reply);
    expect(await failureOf(downloadMedia(connection, URL_OF_META))).toMatchObject({ retry });
  });
});
