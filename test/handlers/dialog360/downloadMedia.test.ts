import {
  downloadMedia,
  loadBytes,
  PIECE,
  readMedia,
  rewriteMediaUrl,
  withoutMediaRetries,
} from '../../../src/handlers/dialog360/downloadMedia';
import { uploadMedia } from '../../../src/handlers/dialog360/uploadMedia';
import { AppError } from '../../../src/handlers/core/errors/AppError';
import { connect, failureOf } from './support/connect';

describe('downloadMedia', () => {
  describe('readMedia', () => {
    test.each([
      [
        'everything',
        { url: 'https://lookaside.fbsbx.com/a', mime_type: 'image/png', sha256: 'c86c', file_size: 182859, id: '1' },
        { url: 'https://lookaside.fbsbx.com/a', mimeType: 'image/png', sha256: 'c86c', fileSize: 182859 },
      ],
      [
        'a size as text',
        { url: 'https://a', file_size: '12' },
        { url: 'https://a', mimeType: undefined, sha256: undefined, fileSize: 12 },
      ],
      [
        'a size that is none',
        { url: 'https://a', file_size: -1 },
        { url: 'https://a', mimeType: undefined, sha256: undefined, fileSize: undefined },
      ],
    ])('tells %s', async (_case, json, media) => {
      const { connection, requests } = connect({ json });
      await expect(readMedia(connection, '12/../34')).resolves.toEqual(media);
      expect(requests[0]?.url).toBe('https://waba.example/12%2F..%2F34');
    });

    test('never asks again for what is refused, for the number would be blocked', async () => {
      const { connection } = connect(
        { status: 429 },
        { status: 400, json: { error: { message: 'm', code: 100, error_subcode: 33 } } },
      );
      expect(await failureOf(readMedia(connection, '1'))).toMatchObject({ key: 'errors:callsLimited', retry: 'no' });
      expect(await failureOf(readMedia(connection, '1'))).toMatchObject({ key: 'errors:notFound', retry: 'no' });
    });
  });

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

  describe('loadBytes', () => {
    const bytes = Buffer.from([0, 255, 1]);

    test('asks for all of a file', async () => {
      const { connection, requests } = connect({ bytes, headers: { 'content-type': 'image/png' } });
      const loaded = await loadBytes(connection, '/file', { timeout: 7_000 });
      expect(loaded).toEqual({ bytes, mimeType: 'image/png', isPiece: false });
      expect(requests[0]).toMatchObject({ url: 'https://waba.example/file', timeout: 7_000, encoding: null });
      expect(requests[0]?.headers).not.toHaveProperty('Range');
    });

    test('asks for a piece of it, and says whether it came', async () => {
      const { connection, requests } = connect({ status: 206, bytes }, { status: 200, bytes });
      await expect(loadBytes(connection, '/file', { timeout: 1, from: 10 })).resolves.toMatchObject({ isPiece: true });
      await expect(loadBytes(connection, '/file', { timeout: 1, from: 10 })).resolves.toMatchObject({ isPiece: false });
      expect(requests[0]?.headers).toMatchObject({ Range: `bytes=10-${PIECE + 9}`, 'D360-API-KEY': connection.apiKey });
    });
  });

  const failure = (status?: number) =>
    new AppError({ kind: 'refused', retry: 'later', retryAfterMs: 5, key: 'errors:callsLimited', status });

  /** A limit that counts, and says no when it is told to. */
  function limit(isReached = false) {
    const failed: (number | undefined)[] = [];
    const mayAsk = async () => {
      if (isReached) throw failure();
    };
    return { failed, media: { mayAsk, failed: async ({ status }: AppError) => void failed.push(status) } };
  }

  describe('a request for a file', () => {
    test.each([400, 404, 429, 499])('is never repeated after a %d', async (status) => {
      const error = await failureOf(withoutMediaRetries({}, () => Promise.reject(failure(status))));
      expect(error).toMatchObject({ retry: 'no', retryAfterMs: undefined, status, key: 'errors:callsLimited' });
    });

    test.each([500, 503, undefined])('may be repeated after %s', async (status) => {
      const error = await failureOf(withoutMediaRetries({}, () => Promise.reject(failure(status))));
      expect(error).toMatchObject({ retry: 'later', retryAfterMs: 5 });
    });

    test('leaves a success and a foreign error as they are', async () => {
      await expect(withoutMediaRetries({}, () => Promise.resolve(1))).resolves.toBe(1);
      await expect(withoutMediaRetries({}, () => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
    });

    test('counts where an answer said no, and not where none came', async () => {
      const { media, failed } = limit();
      for (const status of [404, 500, undefined]) {
        await failureOf(withoutMediaRetries({ media }, () => Promise.reject(failure(status))));
      }
      await withoutMediaRetries({ media }, () => Promise.resolve(1));
      expect(failed).toEqual([404, 500]);
    });

    test('is not made where the next failure might be one too many', async () => {
      const attempt = jest.fn();
      await failureOf(withoutMediaRetries({ media: limit(true).media }, attempt));
      expect(attempt).not.toHaveBeenCalled();
    });
  });

  const path = '/whatsapp_business/attachments/?mid=1&ext=2&hash=a-b';

  describe('rewriteMediaUrl', () => {
    test.each([
      ["puts 360dialog's host in place of Meta's", `https://lookaside.fbsbx.com${path}`, 'https://waba.example'],
      ['keeps an address on the host of the API', `https://waba.example${path}`, 'https://waba.example'],
      ['goes through a simulator on this machine', `https://lookaside.fbsbx.com${path}`, 'http://127.0.0.1:4010'],
      ['goes through a proxy with a path', `https://lookaside.fbsbx.com${path}`, 'https://proxy.example/waba'],
    ])('%s', (_case, url, baseUrl) => {
      expect(rewriteMediaUrl(url, baseUrl)).toEqual({ ok: true, value: baseUrl + path });
    });

    test.each([
      ['https://evil.example/x', 'evil.example'],
      ['https://lookaside.fbsbx.com.evil.example/x', 'lookaside.fbsbx.com.evil.example'],
      ['https://lookaside.fbsbx.com:8443/x', 'lookaside.fbsbx.com'],
      ['http://lookaside.fbsbx.com/x', 'lookaside.fbsbx.com'],
      ['https://a:b@lookaside.fbsbx.com/x', 'lookaside.fbsbx.com'],
      ['https://a:b@waba.example/x', 'waba.example'],
      ['https://lookaside.fbsbx.com@evil.example/x', 'evil.example'],
      ['http://169.254.169.254/latest', '169.254.169.254'],
      ['file:///etc/passwd', ''],
      ['/x', '?'],
    ])('refuses %s: the key would go along', (url, host) => {
      expect(rewriteMediaUrl(url, 'https://waba.example')).toEqual({
        ok: false,
        error: { key: 'errors:mediaHostUnexpected', params: { host } },
      });
    });
  });
});

describe('uploadMedia', () => {
  const file = { content: Buffer.from('bytes'), mimeType: 'audio/ogg; codecs=opus', fileName: 'voice.ogg' };

  describe('uploadMedia', () => {
    test.each([
      ['a text', '914268667232441'],
      ['a number', 914],
    ])('gives the id, %s', async (_case, id) => {
      const { connection, requests } = connect({ json: { id } });
      await expect(uploadMedia(connection, file)).resolves.toBe(String(id));
      const [request] = requests;
      expect(request).toMatchObject({ method: 'post', url: 'https://waba.example/media' });
      // Whoever sends a form says with which boundary it is encoded.
      expect(request?.headers).not.toHaveProperty('Content-Type');
      const form = request?.data as FormData;
      expect([...form.keys()]).toEqual(['messaging_product', 'type', 'file']);
      expect(form.get('type')).toBe('audio/ogg; codecs=opus');
      const [sent] = form.getAll('file').filter((value) => typeof value !== 'string');
      expect([sent?.name, sent?.type, await sent?.text()]).toEqual(['voice.ogg', 'audio/ogg; codecs=opus', 'bytes']);
    });

    test('tells why a file was refused', async () => {
      const { connection } = connect({ status: 400, json: { error: { message: 'bad type', code: 131053 } } });
      expect(await failureOf(uploadMedia(connection, file))).toMatchObject({ key: 'errors:ourMediaRefused' });
    });

    test('does not take an answer without an id for a success', async () => {
      const { connection } = connect({ json: {} });
      expect(await failureOf(uploadMedia(connection, file))).toMatchObject({ key: 'errors:answerUnreadable' });
    });
  });
});
