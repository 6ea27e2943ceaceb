import { Blob } from 'buffer';
import { readUploadRefusal, storeByEngine } from '../../../../src/handlers/omnichannel/files/storeByEngine';
import { storeFile } from '../../../../src/handlers/omnichannel/files/storeFile';
import { readUploadAnswer, storeOverHttp, uploadFile } from '../../../../src/handlers/omnichannel/files/storeOverHttp';
import { fakeHost } from '../../../support/fakeHost';
import { sayKeys } from '../../../support/interactions';
import { failureOf } from '../../dialog360/support/connect';
import { answering, mediaRoom, roomParts } from './support';

describe('storeFile', () => {
  describe('storeFile', () => {
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
  });

  describe('storeByEngine', () => {
    const place = { room: mediaRoom(), visitor: { token: 'visitor-token', username: 'ana', name: 'Ana' } };
    const file = () => ({ bytes: Buffer.from('bytes'), name: 'a.pdf' });

    test('a stored file is in the room, and its message is known', async () => {
      const parts = roomParts();
      const { host } = fakeHost(parts);
      await expect(storeByEngine(host, place, file())).resolves.toMatchObject({ messageId: 'message-1' });
      expect(parts.lines).toMatchObject([{ by: 'customer', file: { name: 'a.pdf' }, bytes: Buffer.from('bytes') }]);
    });

    test('a host that does not tell what it stored is not asked to store it again: the file is known by its name', async () => {
      const parts = roomParts({ silent: true });
      const { host } = fakeHost(parts);
      await expect(storeByEngine(host, place, file())).resolves.toMatchObject({ messageId: 'message-1' });
      expect(parts.lines).toHaveLength(1);
    });

    test('where the server lets nobody look for the message, the file counts as posted just now', async () => {
      const parts = roomParts();
      const { host } = fakeHost(parts);
      host.memory.lacks.set('getMessages', true);
      await expect(storeByEngine(host, place, file())).resolves.toEqual({ storedAt: expect.closeTo(Date.now(), -4) });
    });

    test('a room that was closed meanwhile has no message of it', async () => {
      const { host } = fakeHost(roomParts({ open: [] }));
      await expect(storeByEngine(host, place, file())).resolves.toBeUndefined();
    });

    test.each([
      ['File type is not accepted [error-invalid-file-type]', 'media:workspaceType'],
      ['connect ECONNREFUSED', 'media:notStored'],
      ['File does not match filter [invalid-file]', 'media:notStored'],
    ])('the failure "%s" is told as %s', async (text, key) => {
      const parts = roomParts();
      parts.state.refusal = new Error(text);
      expect((await failureOf(storeByEngine(fakeHost(parts).host, place, file()))).key).toBe(key);
    });

    test('the bytes are not written out as a list of numbers on the way', async () => {
      const { bytes, name } = file();
      await storeByEngine(fakeHost(roomParts()).host, place, { bytes, name });
      expect(JSON.stringify([bytes])).toBe('[null]');
    });

    test.each([
      ['File type is not accepted [error-invalid-file-type]', 'media:workspaceType'],
      ['File exceeds allowed size of 1 MB [error-file-too-large]', 'media:workspaceTooLarge'],
      ['error-file-upload-disabled', 'media:workspaceOff'],
      ['File upload is disabled', 'media:workspaceOff'],
    ])('%s is final', (text, key) => {
      expect(readUploadRefusal(new Error(text))).toEqual({ key });
    });

    test.each([new Error('ECONNREFUSED'), new Error(''), 'nonsense', undefined])('%s may pass', (error) => {
      expect(readUploadRefusal(error)).toBeUndefined();
    });
  });

  describe('storeOverHttp', () => {
    const visitor = { token: 'visitor-token', username: 'ana', name: 'Ana' };
    const pdf = { name: 'a.pdf', blob: new Blob(['%PDF']) };
    const line = { by: 'customer', text: '', file: { _id: 'f', name: 'a.pdf', type: '' } } as const;

    interface Story {
      status: number;
      body?: unknown;
      /** What the server does with the file before it answers. */
      meanwhile?: (add: () => void) => void;
      /** What it does while the app waits before it looks for the file again. */
      later?: (add: () => void) => void;
      isOpen?: boolean;
    }

    /** Stores a file in a room where an older one of the same name stands. */
    async function store({ status, body, meanwhile, later, isOpen = true }: Story) {
      const parts = roomParts();
      const add = () => void parts.add({ ...line });
      add();
      const { getRoomReader } = parts.read as { getRoomReader: () => object };
      const getById = async () => ({ type: 'l', isOpen });
      const read = { ...parts.read, getRoomReader: () => ({ ...getRoomReader(), getById }) } as never;
      const workspace = await answering(status, body, {}, () => meanwhile?.(add));
      jest.useFakeTimers({ now: Date.now(), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
      const state = { isDone: false };
      try {
        const { host } = fakeHost({ ...parts, read });
        const ending = storeOverHttp(host, { room: mediaRoom(), visitor }, pdf, workspace.url);
        void ending.catch(() => undefined).finally(() => (state.isDone = true));
        while (!state.isDone) {
          await new Promise(setImmediate);
          if (jest.getTimerCount() > 0) {
            later?.(add);
            await jest.runOnlyPendingTimersAsync();
          }
        }
        return await ending;
      } finally {
        jest.useRealTimers();
        await workspace.stop();
      }
    }

    test('the answer tells the message', async () => {
      const body = { _id: 'm1', ts: '2026-11-26T10:00:00.000Z' };
      await expect(store({ status: 200, body })).resolves.toMatchObject({ kind: 'posted', file: { messageId: 'm1' } });
    });

    describe('a file of which the answer was lost', () => {
      test('is found by its message, which is not the one of another file of that name', async () => {
        await expect(store({ status: 0, meanwhile: (add) => add() })).resolves.toMatchObject({
          kind: 'posted',
          file: { messageId: 'message-2' },
        });
      });

      test('is found where its message comes a little later', async () => {
        await expect(store({ status: 0, later: (add) => add() })).resolves.toMatchObject({ kind: 'posted' });
      });

      test('was not taken where no message is there', async () => {
        await expect(store({ status: 0 })).resolves.toMatchObject({ kind: 'not-taken' });
      });

      test('is not tried in another way while the server may still be at it', async () => {
        expect(await failureOf(store({ status: 504 }))).toMatchObject({
          key: 'media:notStored',
          params: { details: 'HTTP 504' },
        });
      });

      test('belongs to a new conversation where the room is closed', async () => {
        await expect(store({ status: 0, isOpen: false })).resolves.toEqual({ kind: 'room-closed' });
      });
    });

    describe('uploadFile', () => {
      const file = { name: 'Plan März.pdf', blob: new Blob(['%PDF'], { type: 'application/pdf' }) };
      const message = { _id: 'm1', ts: '2026-11-26T10:00:00.000Z', success: true };

      test('a file goes out as the livechat widget sends it, the token in its header alone', async () => {
        const workspace = await answering(200, message);
        const outcome = await uploadFile(`${workspace.url}/up`, 'the-token', file);
        expect(outcome).toMatchObject({ kind: 'posted', file: { messageId: 'm1' } });
        const [{ url, headers, body } = { headers: {}, body: '' }] = workspace.got;
        expect(url).toBe('/up');
        expect(headers).toMatchObject({
          'x-visitor-token': 'the-token',
          'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/),
          'content-length': String(Buffer.byteLength(body)),
        });
        expect(body).toMatch(
          /name="file"; filename="Plan März\.pdf"\r\nContent-Type: application\/pdf\r\n\r\n%PDF\r\n--[^]+--\r\n$/,
        );
        expect(body).not.toContain('the-token');
        await workspace.stop();
      });

      test('no redirect gets the file or the token', async () => {
        const stranger = await answering(200, message);
        const workspace = await answering(307, '', { location: stranger.url });
        await expect(uploadFile(workspace.url, 'the-token', file)).resolves.toMatchObject({ kind: 'not-taken' });
        expect(stranger.got).toEqual([]);
        await Promise.all([stranger.stop(), workspace.stop()]);
      });

      test('a connection that breaks leaves it open', async () => {
        const workspace = await answering(0);
        const outcome = await uploadFile(workspace.url, 'the-token', file);
        expect(outcome).toEqual({ kind: 'uncertain', why: expect.any(String), underWay: false });
        expect(JSON.stringify(outcome)).not.toContain('the-token');
        await workspace.stop();
      });

      test('a server that says nothing may still be at it', async () => {
        const workspace = await answering(-1);
        const outcome = await uploadFile(workspace.url, 'the-token', file, 200);
        await workspace.stop();
        expect(outcome).toMatchObject({ kind: 'uncertain', underWay: true });
      });
    });

    const read = (status: number, body: unknown) =>
      readUploadAnswer(status, typeof body === 'string' ? body : JSON.stringify(body));

    test('a message is a file that was posted', () => {
      const message = { success: true, _id: 'm1', ts: '2026-11-26T10:00:00.000Z', rid: 'r1', newRoom: false };
      const file = { messageId: 'm1', storedAt: Date.UTC(2026, 10, 26, 10) };
      expect(read(200, message)).toEqual({ kind: 'posted', file });
    });

    test.each([
      ['false', 'false'],
      ['a page', '<html>'],
      ['nothing', ''],
      ['a message without a time', { _id: 'm1' }],
      ['a time that is none', { _id: 'm1', ts: 'soon' }],
    ])('%s instead of a message leaves it open', (_what, body) => {
      expect(read(200, body)).toEqual({ kind: 'uncertain', why: 'HTTP 200 without a message' });
    });

    test.each([
      [{ reason: 'error-type-not-allowed' }, 'media:workspaceType'],
      [{ reason: 'error-size-not-allowed', sizeAllowed: '10 MB' }, 'media:workspaceTooLarge'],
      [{ error: 'File size exceeds the allowed limit [error-file-too-large]' }, 'media:workspaceTooLarge'],
      [{ error: 'File type is not accepted', errorType: 'error-invalid-file-type' }, 'media:workspaceType'],
    ])('%j is final', (body, key) => {
      expect(read(400, { success: false, ...body })).toEqual({ kind: 'refused', problem: { key } });
    });

    test.each([
      [400, { success: false, reason: 'error-file-upload-disabled' }, 'HTTP 400 error-file-upload-disabled'],
      [400, { success: false, error: 'error-file-upload-disabled' }, 'HTTP 400 error-file-upload-disabled'],
      [403, { success: false, error: 'forbidden' }, 'HTTP 403 forbidden'],
      [429, { error: 'too many [error-too-many-requests]' }, 'HTTP 429 too many [error-too-many-requests]'],
      [301, '', 'HTTP 301'],
      [404, '<html>Not Found</html>', 'HTTP 404'],
      [413, 'error-file-too-large, says the proxy', 'HTTP 413'],
    ])('%d %j: it was not taken, another way may do', (status, body, why) => {
      expect(read(status, body)).toEqual({ kind: 'not-taken', why });
    });

    test.each([
      [500, false],
      [502, false],
      [408, true],
      [504, true],
    ])('%d leaves it open; whether the server may still be at it: %s', (status, underWay) => {
      expect(read(status, '')).toEqual({ kind: 'uncertain', why: `HTTP ${status}`, underWay });
    });
  });
});
