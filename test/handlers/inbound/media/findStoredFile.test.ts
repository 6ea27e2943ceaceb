import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { file, findByWamid, removeEntry, storeEntry } from '../../../../src/handlers/core/records/entries';
import {
  findFailedDownloads,
  noteCard,
  storeFailedDownload,
} from '../../../../src/handlers/inbound/media/failedDownloads';
import { findCaption, findStoredFile } from '../../../../src/handlers/inbound/media/findStoredFile';
import { stemOfFile } from '../../../../src/handlers/inbound/media/nameFile';
import { noteFailure, restsUntil } from '../../../../src/handlers/numbers/connectionOf';
import { findFile } from '../../../../src/handlers/omnichannel/files/findFile';
import { fakeHost } from '../../../support/fakeHost';
import { sayKeys } from '../../../support/interactions';
import { whatsappRoom } from '../../../support/workspace';
import { mediaRoom, roomParts } from './support';

describe('findStoredFile', () => {
  describe('findStoredFile', () => {
    const at = Date.UTC(2026, 0, 2);
    const media = { id: '42', kind: 'image' as const };
    const naming = { media, wamid: 'w1', at, t: sayKeys };

    const journey = { room: mediaRoom(), visitor: { id: 'visitor-id' } as IVisitor, media, wamid: 'w1', at };

    function look(name: string, createdAt: number, by: 'customer' | 'app' = 'customer') {
      const parts = roomParts();
      parts.add({ by, file: { _id: 'f', name, type: '' }, createdAt: new Date(createdAt) });
      return findStoredFile(fakeHost(parts).host, journey, sayKeys);
    }

    test('a file that an attempt left in the room is known by its name, whatever its ending', async () => {
      await expect(look(`${stemOfFile(naming)}.png`, at + 5_000)).resolves.toMatchObject({ messageId: 'message-1' });
    });

    test('the file of another message is not taken for it', async () => {
      await expect(look(`${stemOfFile({ ...naming, wamid: 'w2' })}.png`, at + 5_000)).resolves.toBeUndefined();
    });

    test('nor is one that was there before WhatsApp had the message', async () => {
      await expect(look(`${stemOfFile(naming)}.png`, at - 120_000)).resolves.toBeUndefined();
    });

    test('nor is a file of somebody else in the room', async () => {
      await expect(look(`${stemOfFile(naming)}.png`, at + 5_000, 'app')).resolves.toBeUndefined();
    });

    describe('of files that the customer has named alike', () => {
      const named = { ...journey, media: { ...media, filename: 'invoice.pdf' } };
      /** A room with so many of them, stored a second apart. */
      const workspace = (count: number) => {
        const parts = roomParts();
        for (let made = 0; made < count; made += 1) {
          const createdAt = new Date(at + made * 1_000);
          parts.add({ by: 'customer', file: { _id: `f${made}`, name: 'invoice.pdf', type: '' }, createdAt });
        }
        return fakeHost(parts).host;
      };
      const link = { kind: 'link', direction: 'in', number: '1', customer: '2' } as const;

      test.each([0, 60_000, -60_000])(
        'one that another message became, as was noted %d ms later, is not taken',
        async (later) => {
          const host = workspace(1);
          await storeEntry(host, { ...file(at + later, 'w2'), ...link, messageId: 'message-1' });
          expect(await findStoredFile(host, named, sayKeys)).toBeUndefined();
          expect(await findStoredFile(host, { ...named, wamid: 'w2' }, sayKeys)).toMatchObject({
            messageId: 'message-1',
          });
        },
      );

      test('nor one that was fetched again for another message', async () => {
        const host = workspace(1);
        await storeEntry(host, { ...file(at, 'w2'), kind: 'note', at, changes: { messageId: 'message-1' } });
        expect(await findStoredFile(host, named, sayKeys)).toBeUndefined();
      });

      test('each becomes one, in their order, and the one that was not stored none', async () => {
        const host = workspace(2);
        const found = [];
        for (const wamid of ['w1', 'w2', 'w3']) found.push(await findStoredFile(host, { ...named, wamid }, sayKeys));
        expect(found.map((each) => each?.messageId)).toEqual(['message-1', 'message-2', undefined]);
      });
    });

    const newestFirst = [
      { id: 'second-file', sender: { _id: 'visitor' } },
      { id: 'caption', sender: { _id: 'visitor' }, text: 'from my album' },
      { id: 'first-file', sender: { _id: 'visitor' } },
    ];

    test.each([
      ['is there when it stands behind its file', 'first-file', 'from my album', 'caption'],
      ['is not there behind the newest file', 'second-file', 'from my album', undefined],
      ['is not there when something else stands behind the file', 'first-file', 'another', undefined],
      ['is not there behind a file that is not', 'gone', 'from my album', undefined],
      ['is not there where there is none to look for', 'caption', '', undefined],
    ])('the text of a file %s', async (_what, messageId, text, expected) => {
      const getMessages = async () => newestFirst;
      const { host } = fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> });
      expect(await findCaption(host, whatsappRoom(), { messageId, visitorId: 'visitor' }, ['other words', text])).toBe(
        expected,
      );
    });
  });

  describe('findFile', () => {
    test('the newest message with a fitting file is found, among others', async () => {
      const parts = roomParts();
      const file = (name: string) => ({ _id: `id of ${name}`, name, type: '' });
      parts.add({ by: 'customer', file: file('a.pdf'), createdAt: new Date(1_000) });
      parts.add({ by: 'customer', file: file('a.pdf'), createdAt: new Date(3_000) });
      parts.add({ by: 'customer', text: 'a.pdf', createdAt: new Date(4_000) });
      const { host } = fakeHost(parts);
      const isIt = ({ file: { name } }: { file: { name: string } }) => name === 'a.pdf';
      await expect(findFile(host, mediaRoom(), 25, isIt)).resolves.toEqual({ messageId: 'message-2', storedAt: 3_000 });
      await expect(findFile(host, mediaRoom(), 25, () => false)).resolves.toBeUndefined();
      await expect(findFile(host, mediaRoom(), 1, isIt)).resolves.toBeUndefined();
    });
  });
});

describe('failedDownloads', () => {
  const facts = { wamid: 'wamid.1', number: '1', customer: '2', at: 3, media: { id: '42', kind: 'image' as const } };

  test('a file to be tried again is found by its message, and forgotten', async () => {
    const { host } = fakeHost();
    await storeFailedDownload(host, facts);
    const [found] = await findFailedDownloads(host, 'wamid.1');
    expect(found).toMatchObject({ ...facts, kind: 'unfetched' });
    await expect(findFailedDownloads(host, 'wamid.2')).resolves.toEqual([]);
    await noteCard(host, found!, 'card-id');
    await expect(findFailedDownloads(host, 'wamid.1')).resolves.toEqual([{ ...found, cardId: 'card-id' }]);
    await removeEntry(host, found!);
    await expect(findFailedDownloads(host, 'wamid.1')).resolves.toEqual([]);
  });

  test('it is not taken for the message itself', async () => {
    const { host } = fakeHost();
    await storeFailedDownload(host, facts);
    await expect(findByWamid(host, 'wamid.1')).resolves.toEqual([]);
  });
});

describe('mediaFailures', () => {
  const HOUR = 3_600_000;

  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] }));
  afterEach(() => jest.useRealTimers());

  test('after four failures within an hour no file is asked for, until the first of them is an hour old', async () => {
    const { host } = fakeHost();
    const first = Date.now();
    for (let failures = 0; failures < 4; failures += 1) {
      expect(await restsUntil(host, '551155550100')).toBeUndefined();
      await noteFailure(host, '551155550100', false);
      jest.advanceTimersByTime(60_000);
    }
    expect(await restsUntil(host, '551155550100')).toBe(first + HOUR);
    expect(await restsUntil(host, '551155550101')).toBeUndefined();
    jest.setSystemTime(first + HOUR);
    expect(await restsUntil(host, '551155550100')).toBeUndefined();
  });

  test('a block is obeyed for an hour', async () => {
    const { host } = fakeHost();
    await noteFailure(host, '551155550100', true);
    expect(await restsUntil(host, '551155550100')).toBe(Date.now() + HOUR);
  });

  test('another instance knows of it, at the latest after a minute; a restart forgets nothing', async () => {
    const one = fakeHost();
    const { host } = fakeHost({ store: one.store });
    expect(await restsUntil(host, '551155550100')).toBeUndefined();
    for (let failures = 0; failures < 3; failures += 1) await noteFailure(one.host, '551155550100', false);
    await noteFailure(host, '551155550100', false);
    expect(await restsUntil(host, '551155550100')).toBe(Date.now() + HOUR);
    expect(await restsUntil(fakeHost({ store: one.store }).host, '551155550100')).toBe(Date.now() + HOUR);
  });
});
