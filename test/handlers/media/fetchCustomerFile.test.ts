import { createHash } from 'crypto';
import { AppError } from '../../../src/handlers/core/errors/AppError';
import { fetchCustomerFile, judgeBytes, readSha256 } from '../../../src/handlers/inbound/media/fetchCustomerFile';
import { connect, failureOf } from '../dialog360/support/connect';
import { mediaReplies } from './support/mediaReplies';

describe('fetchCustomerFile', () => {
  const bytes = Buffer.from('the file itself');
  const media = { id: '42', mimeType: 'application/pdf' };
  const passes = () => undefined;

  beforeEach(() => jest.useFakeTimers({ advanceTimers: true, doNotFake: ['nextTick', 'setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  /** Runs what waits between two attempts. */
  async function hurry<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    const settled = work.catch(() => undefined).finally(() => (state.isDone = true));
    while (!state.isDone) await jest.advanceTimersByTimeAsync(1_000);
    await settled;
    return work;
  }

  describe('a file', () => {
    test('is asked about, loaded and compared with its hash', async () => {
      const { connection, requests } = connect(...mediaReplies(bytes));
      await expect(fetchCustomerFile(connection, media, passes)).resolves.toEqual({
        pieces: [bytes],
        size: bytes.length,
        mimeType: 'application/pdf',
      });
      expect(requests.map(({ url }) => url)).toEqual([
        'https://waba.example/42',
        'https://waba.example/whatsapp_business/attachments/?mid=1',
      ]);
    });

    test('has the type that only the answer tells', async () => {
      const { connection } = connect(...mediaReplies(bytes, { mime_type: 'image/png' }));
      await expect(fetchCustomerFile(connection, { id: '42' }, passes)).resolves.toMatchObject({
        mimeType: 'image/png',
      });
    });

    test('has the type that the answer tells where the webhook says that it is some bytes', async () => {
      const { connection } = connect(...mediaReplies(bytes, { mime_type: 'image/jpeg' }));
      const vague = { id: '42', mimeType: 'application/octet-stream' };
      await expect(fetchCustomerFile(connection, vague, passes)).resolves.toMatchObject({ mimeType: 'image/jpeg' });
    });

    test('is compared with the hash of the webhook where the answer tells none, or another one', async () => {
      const other = createHash('sha256').update('another').digest();
      for (const told of [undefined, other.toString('hex')]) {
        const { connection } = connect(...mediaReplies(bytes, { sha256: told }));
        const sha256 = createHash('sha256').update(bytes).digest('base64');
        const fetched = await fetchCustomerFile(connection, { ...media, sha256 }, passes);
        expect(fetched).toEqual({ pieces: [bytes], size: bytes.length, mimeType: 'application/pdf' });
      }
    });

    test('that is complete comes although no hash fits it, after one more attempt, and the doubt is told', async () => {
      const replies = mediaReplies(bytes, { sha256: createHash('sha256').update('another').digest('hex') });
      const { connection, requests } = connect(...replies, ...replies);
      const fetched = await fetchCustomerFile(connection, media, passes);
      expect(fetched).toMatchObject({ pieces: [bytes], isUnverified: true });
      expect(requests).toHaveLength(4);
    });

    test('that is complete comes although a further attempt fails', async () => {
      const replies = mediaReplies(bytes, { sha256: createHash('sha256').update('another').digest('hex') });
      const { connection } = connect(...replies, { status: 404, text: 'Not Found' });
      await expect(fetchCustomerFile(connection, media, passes)).resolves.toMatchObject({
        pieces: [bytes],
        isUnverified: true,
      });
    });

    test('that may not pass is not loaded', async () => {
      const { connection, requests } = connect(...mediaReplies(bytes));
      const refusal = new AppError({ kind: 'refused', retry: 'no', key: 'media:tooLarge' });
      const check = ({ size = 0 }) => {
        if (size > 3) throw refusal;
      };
      expect(await failureOf(fetchCustomerFile(connection, media, check))).toBe(refusal);
      expect(requests).toHaveLength(1);
    });

    test('whose size only its bytes tell is checked by them', async () => {
      const { connection } = connect(...mediaReplies(bytes, { file_size: undefined }));
      const sizes: (number | undefined)[] = [];
      await fetchCustomerFile(connection, media, ({ size }) => void sizes.push(size));
      expect(sizes).toEqual([undefined, bytes.length]);
    });

    test('has its minute whole, however long it waited for leave', async () => {
      const { connection, requests } = connect(...mediaReplies(bytes));
      await fetchCustomerFile(connection, media, () => jest.advanceTimersByTimeAsync(100_000).then(passes));
      expect(requests[1]?.timeout).toBeGreaterThan(59_000);
    });
  });

  describe('a second attempt', () => {
    const [info, file] = mediaReplies(bytes);

    test.each([
      ['an address that has run out', [info!, { status: 404, text: 'Not Found' }]],
      ['damaged bytes', [info!, { bytes: Buffer.from('the file itselF') }]],
      ['an outage', [{ status: 502, text: 'Bad Gateway' }]],
      ['a broken connection', [info!, new Error('read ECONNRESET')]],
    ])('with a fresh address follows %s', async (_what, replies) => {
      const { connection, requests } = connect(...replies, info!, file!);
      await expect(hurry(fetchCustomerFile(connection, media, passes))).resolves.toMatchObject({ pieces: [bytes] });
      expect(requests).toHaveLength(replies.length + 2);
    });

    test('is the last one', async () => {
      const damaged = { bytes: Buffer.from('damaged') };
      const { connection, requests } = connect(info!, damaged, info!, damaged);
      expect((await failureOf(hurry(fetchCustomerFile(connection, media, passes)))).key).toBe('media:damaged');
      expect(requests).toHaveLength(4);
    });

    test.each([
      [
        'an id that is unknown',
        [{ status: 400, json: { error: { code: 100, error_subcode: 33, message: 'Unsupported get request.' } } }],
        'media:gone',
      ],
      [
        'the limiter',
        [info!, { status: 400, json: { error: 'You have exceeded the endpoint rate limit.' } }],
        'errors:callsLimited',
      ],
      ['a block', [info!, { status: 403, json: { error: 'The endpoint is blocked' } }], 'errors:endpointBlocked'],
      ['a refused key', [{ status: 401, json: { error: 'Invalid api key' } }], 'errors:keyRefused'],
      ['a foreign host', [{ json: { url: 'https://evil.example/x' } }], 'errors:mediaHostUnexpected'],
    ])('never follows %s', async (_what, replies, key) => {
      const { connection, requests } = connect(...replies);
      expect((await failureOf(hurry(fetchCustomerFile(connection, media, passes)))).key).toBe(key);
      expect(requests.length).toBeLessThanOrEqual(2);
    });

    test('comes no more when a dead download has used up the minute', async () => {
      const { connection, requests } = connect(info!);
      const get = connection.http.get.bind(connection.http);
      connection.http.get = async (url, options) => {
        if (requests.length === 0) return get(url, options);
        requests.push({ ...options, method: 'get', url });
        await jest.advanceTimersByTimeAsync(options?.timeout ?? 0);
        throw new Error('network timeout');
      };
      const start = Date.now();
      expect((await failureOf(fetchCustomerFile(connection, media, passes))).key).toBe('errors:timedOut');
      expect(requests).toHaveLength(2);
      expect(Date.now() - start).toBeLessThanOrEqual(61_000);
    });
  });
});

describe('judgeBytes', () => {
  const bytes = Buffer.from('a file');
  const digest = createHash('sha256').update(bytes).digest();
  const other = createHash('sha256').update('another').digest();
  const hex = digest.toString('hex');

  test.each([
    ['in hexadecimal', hex],
    ['in capitals', hex.toUpperCase()],
    ['in base64', digest.toString('base64')],
    ['in the base64 of addresses, without its end', digest.toString('base64url')],
    ['behind its name', `sha256:${hex}`],
    ['behind its name, in base64', `SHA-256=${digest.toString('base64')}`],
  ])('a SHA-256 %s is read', (_how, text) => {
    expect(readSha256(text)).toBe(hex);
  });

  test.each([undefined, '', 'nonsense', hex.slice(0, 57), `md5:${'a'.repeat(32)}`])('%j is no SHA-256', (text) => {
    expect(readSha256(text)).toBeUndefined();
  });

  const page = Buffer.from('\n<!DOCTYPE html><html><body>Sign in</body></html>');
  const wrong = other.toString('hex');

  test.each<[what: string, file: Buffer, told: { type?: string; size?: number; hashes?: string[] }, verdict: string]>([
    ['with its hash and size', bytes, { size: 6, hashes: [hex] }, 'good'],
    ['of which nothing is told', bytes, {}, 'good'],
    ['with half a hash', bytes, { size: 6, hashes: [hex.slice(0, 57)] }, 'good'],
    ['with the hash of one of the two', bytes, { size: 6, hashes: [wrong, digest.toString('base64')] }, 'good'],
    ['with its hash and another size, which is told wrong', bytes, { size: 7, hashes: [hex] }, 'good'],
    ['with another hash', bytes, { size: 6, hashes: [wrong] }, 'unverified'],
    ['with another hash, and nobody told its size', bytes, { hashes: [wrong] }, 'unverified'],
    ['with another size', bytes, { size: 7 }, 'damaged'],
    ['with another size and hash', bytes, { size: 7, hashes: [wrong] }, 'damaged'],
    ['that is a page instead of a picture', page, { type: 'image/png', hashes: [wrong] }, 'damaged'],
    ['that is a page although nobody told a hash', page, { type: 'application/octet-stream' }, 'damaged'],
    ['that is the page it is said to be', page, { type: 'text/html', hashes: [wrong] }, 'unverified'],
  ])('a file %s', (_what, file, { type = 'image/png', size, hashes = [] }, verdict) => {
    const pieces = [file.subarray(0, 3), file.subarray(3)];
    const whole = file === page ? [page] : pieces;
    expect(judgeBytes(whole, { type, size, hashes })).toBe(verdict);
  });
});
