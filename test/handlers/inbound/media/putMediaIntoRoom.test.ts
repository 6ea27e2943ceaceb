import { sayToUser } from '../../../../src/flows/sayToUser';
import { file, findByWamid, storeEntry } from '../../../../src/handlers/core/records/entries';
import { bringMedia, findUploadAddress } from '../../../../src/handlers/inbound/media/bringMedia';
import { findFailedDownloads, noteCard } from '../../../../src/handlers/inbound/media/failedDownloads';
import { fetchAgain } from '../../../../src/handlers/inbound/media/fetchAgain';
import { putMediaIntoRoom } from '../../../../src/handlers/inbound/media/putMediaIntoRoom';
import { saveNumber } from '../../../../src/handlers/numbers/numbers';
import { conversationKey, saveConversation } from '../../../../src/handlers/omnichannel/conversations/conversations';
import { fakeHost } from '../../../support/fakeHost';
import { sayKeys, sceneOf } from '../../../support/interactions';
import { answering, arrivalOf, mediaReplies, mediaRoom, roomParts } from './support';

describe('bringMedia', () => {
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
      await expect(bringMedia(host, arrivalOf({ interrupted: 'before' }), sayKeys)).resolves.toMatchObject({
        kind: 'posted',
      });
    });

    test('that was interrupted twice is not, by itself', async () => {
      const { host, requests } = fakeHost({ ...roomParts(), ...NOBODY, replies: heavy(20 * MB) });
      const outcome = await bringMedia(host, arrivalOf({ interrupted: 'by-file' }), sayKeys);
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
      // Both have asked what their file is; however long they are given, none asks for its bytes.
      while (requests.length + first.requests.length < 2) await new Promise(setImmediate);
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
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
});

describe('fetchAgain', () => {
  const bytes = Buffer.from('%PDF-1.4');
  const limited = { status: 400, json: { error: 'You have exceeded the endpoint rate limit.' } };
  const unknownId = {
    status: 400,
    json: { error: { code: 100, error_subcode: 33, message: 'Unsupported get request.' } },
  };

  /** A conversation with the card of a file that the limiter kept from coming; then `replies` follow. */
  async function withCard(...replies: NonNullable<Parameters<typeof fakeHost>[0]>['replies'] & object) {
    const parts = roomParts();
    const { host } = fakeHost({ ...parts, replies: [limited, ...replies] });
    const arrival = arrivalOf();
    await saveNumber(host, arrival.number);
    await saveConversation(host, arrival.conversation);
    const { messageId, roomId } = await putMediaIntoRoom(host, arrival);
    const facts = { direction: 'in', number: arrival.number.digits, customer: arrival.conversation.customer } as const;
    await storeEntry(host, { ...file(arrival.at, 'wamid.1'), ...facts, kind: 'link', roomId, messageId });
    const [unfetched] = await findFailedDownloads(host, 'wamid.1');
    const scene = sceneOf(host, { room: mediaRoom() });
    const press = (cardId?: string) =>
      fetchAgain({ ...scene, cardId, say: (text) => sayToUser(scene, text) }, unfetched!);
    return { parts, host, press, unfetched: unfetched! };
  }

  test('the file comes, the card goes, and the message is the file from now on', async () => {
    const { parts, host, press } = await withCard(...mediaReplies(bytes));
    await press();
    expect(parts.shown()).toEqual(['customer: Document “a.pdf”', 'customer: a.pdf']);
    await expect(findFailedDownloads(host, 'wamid.1')).resolves.toEqual([]);
    await expect(findByWamid(host, 'wamid.1')).resolves.toMatchObject([
      { kind: 'link', messageId: parts.lines[1]?.id },
    ]);
  });

  test('a card that was pressed before its id was written down goes as well', async () => {
    const { parts, host, press, unfetched } = await withCard(...mediaReplies(bytes));
    await noteCard(host, { ...unfetched, cardId: undefined }, '');
    await press(unfetched.cardId);
    expect(parts.shown()).toEqual(['customer: Document “a.pdf”', 'customer: a.pdf']);
  });

  test('two presses at once leave one file, and the second is told', async () => {
    const { parts, press } = await withCard(...mediaReplies(bytes));
    await Promise.all([press(), press()]);
    expect(parts.shown()).toEqual(['customer: Document “a.pdf”', 'customer: a.pdf']);
    expect(parts.told).toEqual(['media:notWaiting']);
  });

  test('while another instance fetches it, it is not fetched, and who pressed is told', async () => {
    const { parts, host, press } = await withCard();
    await storeEntry(host, {
      ...file(Date.now()),
      about: 'file wamid.1',
      kind: 'claim',
      attempts: 0,
      until: Date.now() + 600_000,
    });
    await press();
    expect(parts.told).toEqual(['media:underWay']);
    await expect(findFailedDownloads(host, 'wamid.1')).resolves.toHaveLength(1);
  });

  test('while it fails the card stays, and who pressed reads why', async () => {
    const { parts, host, press } = await withCard(limited);
    await press();
    expect(parts.lines).toMatchObject([{ by: 'app' }, { by: 'customer', text: 'Document “a.pdf”' }]);
    expect(parts.told).toEqual([expect.stringMatching(/^media:unfetched.*errors:callsLimited/)]);
    await expect(findFailedDownloads(host, 'wamid.1')).resolves.toHaveLength(1);
  });

  test('what is gone for good becomes a line of the customer in its place', async () => {
    const { parts, host, press } = await withCard(unknownId);
    await press();
    expect(parts.lines).toMatchObject([
      { by: 'customer', text: 'Document “a.pdf”' },
      { by: 'customer', text: expect.stringMatching(/^media:notTaken.*media:gone/) },
    ]);
    await expect(findFailedDownloads(host, 'wamid.1')).resolves.toEqual([]);
  });

  test('a file that is in the room already is not fetched again', async () => {
    const { parts, press } = await withCard();
    parts.add({ by: 'customer', file: { _id: 'f', name: 'a.pdf', type: '' } });
    await press();
    expect(parts.shown()).toEqual(['customer: Document “a.pdf”', 'customer: a.pdf']);
  });

  test('a closed conversation takes no file, and says so', async () => {
    const { parts, press } = await withCard();
    parts.state.open = [];
    await press();
    expect(parts.told).toEqual(['media:roomClosed']);
    expect(parts.lines).toHaveLength(2);
  });

  test('a bug is told too, and logged', async () => {
    const { parts, host, press } = await withCard();
    host.memory.numbers.get = () => Promise.reject(new Error('out of reach'));
    await press();
    expect(parts.told).toEqual(['errors:bug']);
  });
});

describe('putMediaIntoRoom', () => {
  const bytes = Buffer.from('%PDF-1.4');
  const limited = { status: 400, json: { error: 'You have exceeded the endpoint rate limit.' } };

  test('the file comes first, then what belongs to it, although WhatsApp’s time is earlier', async () => {
    const parts = roomParts();
    const { host } = fakeHost({ ...parts, replies: mediaReplies(bytes) });
    const landing = await putMediaIntoRoom(host, arrivalOf({ text: 'Please sign' }));
    expect(landing).toEqual({ roomId: 'room-1', messageId: 'message-1', captionId: 'message-2' });
    expect(parts.shown()).toEqual(['customer: a.pdf', 'customer: Please sign']);
  });

  test('a file with nothing to say leaves one message', async () => {
    const parts = roomParts();
    const { host } = fakeHost({ ...parts, replies: mediaReplies(bytes) });
    await putMediaIntoRoom(host, arrivalOf());
    expect(parts.shown()).toEqual(['customer: a.pdf']);
  });

  test('attachments come along also without a text', async () => {
    const parts = roomParts();
    const { host } = fakeHost({ ...parts, replies: mediaReplies(bytes) });
    await putMediaIntoRoom(host, arrivalOf({ attachments: [{ text: 'an ad' }] }));
    expect(parts.lines[1]).toMatchObject({ by: 'customer', attachments: [{ text: 'an ad' }] });
  });

  test('a file that may not pass leaves one line of the customer, with what they wrote and when', async () => {
    const parts = roomParts();
    const { host } = fakeHost({ ...parts, settings: { file_uploads_enabled: false } });
    const at = Date.now() - 60_000;
    const landing = await putMediaIntoRoom(host, arrivalOf({ text: 'Please sign', placedAt: at }));
    expect(landing.messageId).toBe('message-1');
    expect(parts.lines).toMatchObject([{ by: 'customer', createdAt: new Date(at) }]);
    expect(parts.lines[0]?.text).toMatch(/“a.pdf”.*Files are switched off in the app's settings\.\nPlease sign$/);
    await expect(findFailedDownloads(host, 'wamid.1')).resolves.toEqual([]);
  });

  test('a file that could not be fetched leaves a card, its record, and what the customer wrote', async () => {
    const parts = roomParts();
    const { host } = fakeHost({ ...parts, replies: [limited] });
    const arrival = arrivalOf({ text: 'Please sign' });
    const landing = await putMediaIntoRoom(host, arrival);
    expect(landing.messageId).toBe('message-2');
    expect(parts.lines).toMatchObject([
      { by: 'app', createdAt: new Date(arrival.at), blocks: [{ type: 'section' }, { type: 'actions' }] },
      { by: 'customer', text: 'Please sign' },
    ]);
    await expect(findFailedDownloads(host, 'wamid.1')).resolves.toMatchObject([
      { wamid: 'wamid.1', media: { id: '42' } },
    ]);
  });

  test('a line of the customer stands for the message where they wrote nothing', async () => {
    const parts = roomParts();
    const { host } = fakeHost({ ...parts, replies: [limited] });
    await expect(putMediaIntoRoom(host, arrivalOf())).resolves.toMatchObject({ messageId: 'message-2' });
  });

  test.each([
    ['could not be fetched', {}],
    ['may not pass', { settings: { file_uploads_enabled: false } }],
  ])(
    'what stands for a file that %s is said once, though a crash came before that was written down',
    async (_, facts) => {
      const parts = roomParts();
      const arrival = arrivalOf({ text: 'Please sign' });
      const first = fakeHost({ ...parts, ...facts, replies: [limited] });
      await putMediaIntoRoom(first.host, arrival);
      const shown = parts.shown();
      const next = fakeHost({ ...parts, ...facts, store: first.store, replies: [limited] });
      const landing = await putMediaIntoRoom(next.host, { ...arrival, interrupted: 'before' });
      expect(parts.shown()).toEqual(shown);
      expect(landing.messageId).toBe(parts.lines.find(({ by }) => by === 'customer')?.id);
    },
  );

  test('what stands for a late file that could not be fetched stands where it came, and what was written next behind it', async () => {
    const parts = roomParts();
    const { host } = fakeHost({ ...parts, replies: [limited] });
    const now = Date.now();
    const key = conversationKey('551155550100', '5511988880000');
    host.memory.timesInRoom.note(key, now - 200_000, now + 20);
    await putMediaIntoRoom(
      host,
      arrivalOf({ at: now - 100_000, placedAt: now, writtenAt: { text: 'written before' } }),
    );
    const times = parts.lines.map(({ createdAt }) => createdAt.getTime());
    expect(Math.min(...times)).toBeGreaterThan(now + 20);
    expect(host.memory.timesInRoom.place(key, now - 10_000)).toBeGreaterThan(Math.max(...times));
  });

  test('a file that a crash left in the room is not fetched again; what belongs to it follows', async () => {
    const parts = roomParts();
    const first = fakeHost({ ...parts, replies: mediaReplies(bytes) });
    await putMediaIntoRoom(first.host, arrivalOf());
    const { host } = fakeHost(parts);
    const landing = await putMediaIntoRoom(host, arrivalOf({ text: 'Please sign', interrupted: 'before' }));
    expect(landing.messageId).toBe('message-1');
    expect(parts.shown()).toEqual(['customer: a.pdf', 'customer: Please sign']);
  });

  test.each(['a.pdf', undefined])('it is found when the next attempt is late, named %s', async (filename) => {
    const media = { id: '42', kind: 'document' as const, mimeType: 'application/pdf', filename };
    const at = Date.now() - 600_000;
    const parts = roomParts();
    const first = fakeHost({ ...parts, replies: mediaReplies(bytes) });
    await putMediaIntoRoom(first.host, arrivalOf({ media, at, placedAt: at }));
    // Stored then, found ten minutes later.
    parts.lines[0]!.createdAt = new Date(at + 1_000);
    const { host } = fakeHost(parts);
    const placedAt = Date.now();
    await putMediaIntoRoom(host, arrivalOf({ media, at, placedAt, text: 'Please sign', interrupted: 'before' }));
    expect(parts.lines).toMatchObject([{ file: {} }, { text: 'Please sign', createdAt: new Date(placedAt) }]);
  });

  describe('a file that stands in time, resumed late', () => {
    const at = Date.now() - 600_000;
    const writtenAt = { text: 'Late: this is from then' };
    const resume = (parts: ReturnType<typeof roomParts>, text: string) => {
      const arrival = arrivalOf({ at, placedAt: Date.now(), writtenAt, text, interrupted: 'before' });
      return putMediaIntoRoom(fakeHost(parts).host, arrival);
    };
    const withFile = () => {
      const parts = roomParts();
      parts.add({ by: 'customer', file: { _id: 'f', name: 'a.pdf', type: '' }, createdAt: new Date(at + 1_000) });
      parts.add({ by: 'app', text: 'One moment', createdAt: new Date(at + 60_000) });
      return parts;
    };

    test('has its caption once, though two crashes came and others wrote between', async () => {
      const parts = withFile();
      const { captionId } = await resume(parts, 'Please sign');
      await expect(resume(parts, 'Please sign')).resolves.toMatchObject({ messageId: 'message-1', captionId });
      expect(parts.shown()).toEqual(['customer: a.pdf', 'app: One moment', 'customer: Please sign']);
    });

    test('says of itself nothing of being late', async () => {
      const parts = withFile();
      await resume(parts, '');
      expect(parts.shown()).toEqual(['customer: a.pdf', 'app: One moment']);
    });
  });

  test('a room that was closed meanwhile: the file comes into the one that is open now', async () => {
    const parts = roomParts({ open: [mediaRoom('room-2')] });
    const { host } = fakeHost({ ...parts, replies: [...mediaReplies(bytes), ...mediaReplies(bytes)] });
    const landing = await putMediaIntoRoom(host, arrivalOf({ text: 'Please sign' }));
    expect(landing).toEqual({ roomId: 'room-2', messageId: 'message-1', captionId: 'message-2' });
    expect(parts.shown()).toEqual(['customer: a.pdf', 'customer: Please sign']);
  });
});
