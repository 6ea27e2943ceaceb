import { createHash } from 'crypto';
import fc from 'fast-check';
import { AppError } from '../../../../src/handlers/core/errors/AppError';
import { acceptsMediaType } from '../../../../src/handlers/core/settings/settingSchemas';
import { createTranslator } from '../../../../src/handlers/core/translator';
import { fetchCustomerFile, judgeBytes, readSha256 } from '../../../../src/handlers/inbound/media/fetchCustomerFile';
import { cleanFileName, nameFile, sayMedia, stemOfFile } from '../../../../src/handlers/inbound/media/nameFile';
import { checkMedia, readMediaRules, showSize } from '../../../../src/handlers/omnichannel/files/mediaRules';
import { fakeHost } from '../../../support/fakeHost';
import { sayKeys } from '../../../support/interactions';
import { connect, failureOf } from '../../dialog360/support/connect';
import { mediaReplies } from './support';

describe('fetchCustomerFile', () => {
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

    test.each<[what: string, file: Buffer, told: { type?: string; size?: number; hashes?: string[] }, verdict: string]>(
      [
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
      ],
    )('a file %s', (_what, file, { type = 'image/png', size, hashes = [] }, verdict) => {
      const pieces = [file.subarray(0, 3), file.subarray(3)];
      const whole = file === page ? [page] : pieces;
      expect(judgeBytes(whole, { type, size, hashes })).toBe(verdict);
    });
  });
});

describe('nameFile', () => {
  describe('nameFile', () => {
    const accepts = (type: string) => acceptsMediaType(['image/*', 'application/pdf', 'text/csv'], type);
    const nameOf = (filename: string, type: string) =>
      nameFile({ media: { kind: 'document', filename }, wamid: 'w1', at: 0, t: sayKeys }, type, accepts);

    test.each([
      ['cv.pdf', 'application/pdf', 'cv.pdf'],
      ['photo.JPG', 'image/jpeg', 'photo.JPG'],
      ['data.csv', 'text/comma-separated-values', 'data.csv'],
      ['cv', 'application/pdf', 'cv.pdf'],
      ['version 1.2', 'application/pdf', 'version 1.2.pdf'],
      ['evil.exe', 'application/pdf', 'evil.exe.pdf'],
      ['page.html', 'image/png', 'page.html.png'],
      ['something', 'application/x-nobody-knows', 'something'],
    ])('%s of the type %s is called %s', (filename, type, name) => {
      expect(nameOf(filename, type)).toBe(name);
    });

    test('a made name gets the ending of its type', () => {
      const naming = { media: { kind: 'voice' as const }, wamid: 'w1', at: 0, t: sayKeys };
      expect(nameFile(naming, 'audio/ogg', accepts)).toMatch(/-19700101T000000Z-[\da-f]{6}\.ogg$/);
    });

    const at = Date.UTC(2026, 0, 2, 14, 5, 33, 120);
    const t = createTranslator('en');

    test('a name of the customer’s own is kept, made harmless', () => {
      expect(stemOfFile({ media: { kind: 'document', filename: '../cv.pdf' }, wamid: 'w1', at, t })).toBe('cv.pdf');
    });

    test.each([
      ['image', /^Photo-20260102T140533Z-[\da-f]{6}$/],
      ['voice', /^Voice-message-20260102T140533Z-[\da-f]{6}$/],
      ['sticker', /^Sticker-20260102T140533Z-[\da-f]{6}$/],
    ] as const)('%s without a name gets one from its kind, its time and its message', (kind, expected) => {
      expect(stemOfFile({ media: { kind }, wamid: 'w1', at, t })).toMatch(expected);
    });

    test('a name of which nothing is left counts as none', () => {
      expect(stemOfFile({ media: { kind: 'document', filename: '/' }, wamid: 'w1', at, t })).toMatch(/^Document-2026/);
    });

    test('pictures of one second differ, and one picture is always called the same', () => {
      const name = (wamid: string) => stemOfFile({ media: { kind: 'image' }, wamid, at, t });
      expect(name('w1')).toBe(name('w1'));
      expect(name('w1')).not.toBe(name('w2'));
    });

    describe('sayMedia', () => {
      const t = createTranslator('en');

      test('a file is called by its kind, and by its name where it has one', () => {
        expect(sayMedia({ kind: 'voice' }, t)).toBe('Voice message');
        expect(sayMedia({ kind: 'document', filename: 'cv.pdf' }, t)).toBe('Document “cv.pdf”');
      });

      test('a name cannot wake everybody or form marks', () => {
        expect(sayMedia({ kind: 'document', filename: '@all *now*.pdf' }, t)).not.toMatch(/@all|\*now\*/);
      });
    });

    test.each([
      ['Fatura março.pdf', 'Fatura março.pdf'],
      ['فاتورة ٢٠٢٦.pdf', 'فاتورة ٢٠٢٦.pdf'],
      ['नमस्ते 👩‍👩‍👧.jpg', 'नमस्ते 👩‍👩‍👧.jpg'],
      ['../../etc/passwd', 'passwd'],
      ['C:\\Users\\ana\\cv.doc', 'cv.doc'],
      ['photo\u202egpj.exe', 'photogpj.exe'],
      ['a\u0000b\nc.pdf', 'a_b_c.pdf'],
      ['what?*|".pdf', 'what____.pdf'],
      ['.hidden', 'hidden'],
      ['  spaced   out  .pdf', 'spaced out.pdf'],
      ['ends with a dot.', 'ends with a dot'],
      [`${'long '.repeat(40)}.pdf`, `${'long '.repeat(12).trim()}.pdf`],
      ['half a character \ud83d.png', 'half a character _.png'],
      ['archive.tar.gz', 'archive.tar.gz'],
      ['e\u0301tude.pdf', 'étude.pdf'],
    ])('%j is stored as %j', (given, stored) => {
      expect(cleanFileName(given)).toBe(stored);
    });

    test.each(['', '.', '..', '/', '\u202e', ' . ', '///', '.pdf'])(
      'of %j nothing is left but what it ends with',
      (given) => {
        expect(cleanFileName(given)).toBe(given === '.pdf' ? 'pdf' : undefined);
      },
    );

    test('whatever comes, the name is one part of a path, short, visible, and stays as it is when cleaned again', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
          const name = cleanFileName(given);
          if (name === undefined) return;
          expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|^\.|[. ]$/u);
          expect([...name].length).toBeLessThanOrEqual(71);
          expect(cleanFileName(name)).toBe(name);
        }),
        { seed: 7, numRuns: 500 },
      );
    });
  });

  describe('mediaRules', () => {
    test('the settings say what may pass', async () => {
      const settings = { file_uploads_enabled: true, max_file_upload_size: -1, accepted_media_types: 'audio/*' };
      const rules = await readMediaRules(fakeHost({ settings }).host);
      expect(rules).toMatchObject({ enabled: true, maxSize: Infinity });
      expect([rules.accepts('audio/ogg; codecs=opus'), rules.accepts('image/png')]).toEqual([true, false]);
    });

    const accepts = (type: string) => acceptsMediaType(['image/*', 'application/pdf'], type);
    const rules = { enabled: true, maxSize: 1_000, accepts };

    test.each([
      ['an accepted type', { type: 'image/png' }],
      ['the size at the limit', { type: 'image/png', size: 1_000 }],
      ['a type that is not told yet', { size: 10 }],
      ['what nothing is known of yet', {}],
    ])('%s may pass', (_what, facts) => {
      expect(checkMedia(facts, rules, sayKeys)).toBeUndefined();
    });

    test.each([
      ['another type', { type: 'text/html' }, 'media:typeRefused'],
      ['a type that nobody tells', { type: 'application/octet-stream', size: 10 }, 'media:typeRefused'],
      ['too much', { type: 'image/png', size: 1_001 }, 'media:tooLarge'],
      ['too much of a type that is not told yet', { size: 1_001 }, 'media:tooLarge'],
    ])('%s may not', (_what, facts, key) => {
      expect(checkMedia(facts, rules, sayKeys)?.key).toBe(key);
    });

    test('with files switched off nothing passes', () => {
      expect(checkMedia({ type: 'image/png' }, { ...rules, enabled: false }, sayKeys)).toEqual({
        key: 'media:uploadsOff',
      });
    });

    test('without a limit every size passes', () => {
      const problem = checkMedia({ type: 'image/png', size: 1e12 }, { ...rules, maxSize: Infinity }, sayKeys);
      expect(problem).toBeUndefined();
    });

    test.each([
      [1, '1 kB'],
      [1_500, '1 kB'],
      [900_000, '879 kB'],
      [1_048_576, '1 MB'],
      [16_777_216, '16 MB'],
      [25_690_112, '24.5 MB'],
    ])('%d bytes are %s', (bytes, shown) => {
      expect(showSize(bytes, createTranslator('en'))).toBe(shown);
    });
  });
});
