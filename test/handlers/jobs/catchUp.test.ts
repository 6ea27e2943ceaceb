import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { catchUp } from '../../../src/handlers/entry/jobs/catchUp';
import { roomClosed } from '../../../src/handlers/entry/listeners/roomClosed';
import { aboutText } from '../../../src/handlers/outbound/sendAutomaticText';
import { findMissedMessages, reportMissedMessage } from '../../../src/handlers/outbound/failures/missedMessages';
import { association } from '../../../src/handlers/core/records/association';
import { file, storeEntry } from '../../../src/handlers/core/records/entries';
import { changeInstall, readInstall } from '../../../src/handlers/core/records/install';
import { noteOpenRoom, readOpenRooms } from '../../../src/handlers/omnichannel/conversations/openRooms';
import { fakeHost } from '../../support/fakeHost';
import { outboxEntry } from '../../support/records';
import { whatsappRoom } from '../../support/workspace';

jest.mock('../../../src/handlers/outbound/failures/missedMessages', () => ({
  findMissedMessages: jest.fn(),
  reportMissedMessage: jest.fn(async () => undefined),
}));
jest.mock('../../../src/handlers/entry/listeners/roomClosed', () => ({ roomClosed: jest.fn(async () => undefined) }));

const HOUR = 3_600_000;
const until = Date.UTC(2026, 10, 22, 10);
const since = until - HOUR;
const room = (id: string, facts: object = {}) => whatsappRoom({ id, lastModifiedAt: new Date(until), ...facts });
const closed = (id: string, closedAt: number) => room(id, { isOpen: false, closedAt: new Date(closedAt) });

async function workspace(...rooms: IRoom[]) {
  const getById = async (id: string) => rooms.find((each) => each.id === id);
  const fake = fakeHost({ read: { getRoomReader: () => ({ getById }) } as unknown as Partial<IRead> });
  await changeInstall(fake.host, { trackedSince: since - 100 * HOUR });
  for (const { id } of rooms) await noteOpenRoom(fake.host, id);
  return fake;
}

const looked = () => jest.mocked(findMissedMessages).mock.calls.map(([, { id }]) => id);

describe('catching up', () => {
  beforeEach(() => {
    jest.mocked(findMissedMessages).mockReset().mockResolvedValue([]);
    jest.mocked(reportMissedMessage).mockClear();
    jest.mocked(roomClosed).mockClear();
  });

  test('tells of what was written in rooms of ours meanwhile, and looks into no room that nothing happened in', async () => {
    const { host } = await workspace(room('busy'), room('quiet', { lastModifiedAt: new Date(since - 1) }));
    const lost = { id: 'm' } as IMessage;
    jest.mocked(findMissedMessages).mockResolvedValue([lost]);
    jest.mocked(findMissedMessages).mockImplementationOnce(async () => {
      expect((await readInstall(host)).catchingUpFrom).toBe(since);
      return [lost];
    });
    await catchUp(host, { since, until });
    expect((await readInstall(host)).catchingUpFrom).toBeUndefined();
    expect(looked()).toEqual(['busy']);
    expect(findMissedMessages).toHaveBeenCalledWith(host, expect.anything(), { since, until });
    expect(reportMissedMessage).toHaveBeenCalledWith(host, lost);
  });

  test('looks into rooms of which only the latest messages tell, once each', async () => {
    const { host, store } = await workspace(room('noted'), room('young'));
    await store.removeByAssociation(association('room', 'young'));
    for (const [wamid, at] of [
      ['w1', since],
      ['w2', until - 1_000],
      ['old', since - 2 * HOUR],
    ] as const) {
      const roomId = wamid === 'old' ? 'older' : 'young';
      const link = { kind: 'link', direction: 'in', number: '1', customer: '2', roomId } as const;
      await storeEntry(host, { ...link, ...file(at, wamid) });
    }
    await catchUp(host, { since, until });
    expect(looked()).toEqual(['noted', 'young']);
  });

  test('looks back a day at most, and not before every message had a record', async () => {
    const { host } = await workspace(room('busy'));
    await catchUp(host, { since: until - 80 * HOUR, until });
    expect(findMissedMessages).toHaveBeenLastCalledWith(host, expect.anything(), { since: until - 24 * HOUR, until });
    await changeInstall(host, { trackedSince: until - 5 });
    await catchUp(host, { since, until });
    expect(findMissedMessages).toHaveBeenLastCalledWith(host, expect.anything(), { since: until - 5, until });
  });

  test('begins with what comes when an older version ran before', async () => {
    const { host } = await workspace(room('busy'));
    await changeInstall(host, { trackedSince: undefined });
    await catchUp(host, { since, until });
    expect(findMissedMessages).not.toHaveBeenCalled();
    expect((await readInstall(host)).trackedSince).toBeGreaterThan(0);
  });

  test('ends what was closed meanwhile, unless its closing text was begun, and leaves what was closed later', async () => {
    const rooms = [closed('missed', since + 1), closed('begun', since + 1), closed('later', until + 1)];
    const { host } = await workspace(...rooms, closed('long ago', since - 1));
    await storeEntry(host, outboxEntry({ about: aboutText('finished', 'begun') }));
    await catchUp(host, { since, until });
    expect(jest.mocked(roomClosed).mock.calls.map(([, { id }]) => id)).toEqual(['missed']);
    expect(await readOpenRooms(host)).toEqual(['missed', 'later']);
  });

  test('forgets rooms that are gone, and goes on after one that fails', async () => {
    const { host, log } = await workspace(room('one'), room('two'));
    await noteOpenRoom(host, 'gone');
    jest.mocked(findMissedMessages).mockRejectedValueOnce(new Error('no luck'));
    await catchUp(host, { since, until });
    expect(looked()).toEqual(['one', 'two']);
    expect(log.join()).toContain('no luck');
    expect(await readOpenRooms(host)).toEqual(['one', 'two']);
  });

  test('does nothing without a period', async () => {
    const { host } = await workspace(room('one'));
    await catchUp(host, undefined);
    expect(findMissedMessages).not.toHaveBeenCalled();
  });
});
