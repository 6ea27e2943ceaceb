import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { sweep } from '../../../src/handlers/entry/jobs/sweep';
import { file, storeEntry } from '../../../src/handlers/core/records/entries';
import { readOpenRooms } from '../../../src/handlers/omnichannel/findOpenRoom';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry, outboxEntry } from '../../support/records';
import { postings, whatsappRoom } from '../../support/workspace';

const MINUTE = 60_000;
const start = Date.UTC(2026, 10, 22, 10, 0, 30);
let now = start;

/** A workspace in which the sweep has run before, and the cards that agents read. */
async function swept() {
  const { posted: cards, modify, read } = postings([whatsappRoom()], [{ id: 'message-id', text: 'Hello' }]);
  const fake = fakeHost({ modify, read });
  await sweep(fake.host);
  // A webhook with nothing in it goes as soon as it is taken up.
  const waiting = () => fake.store.records.filter((record) => Reflect.get(record, 'kind') === 'inbox').length;
  return { ...fake, cards, waiting };
}

describe('the sweep', () => {
  beforeEach(() => {
    now = start;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  test('takes up what a crash left, once it has rested', async () => {
    const { host, waiting } = await swept();
    await storeEntry(host, inboxEntry({ receivedAt: now }));
    for (let runs = 0; runs < 2; runs += 1) {
      now += MINUTE;
      await sweep(host);
    }
    expect(waiting()).toBe(1);
    for (let runs = 0; runs < 5; runs += 1) {
      now += MINUTE;
      await sweep(host);
    }
    expect(waiting()).toBe(0);
  });

  test('passes every minute, however irregularly it runs', async () => {
    const { host, waiting } = await swept();
    for (let at = start; at < start + 40 * MINUTE; at += 20_000) await storeEntry(host, inboxEntry({ receivedAt: at }));
    expect(waiting()).toBe(120);
    for (const pause of [10_000, 55_000, 65_000, 7 * MINUTE, 1_000, 1_000, 40 * MINUTE]) {
      now += pause;
      await sweep(host);
    }
    expect(waiting()).toBe(0);
  });

  test('leaves alone what this process is working on', async () => {
    const { host, cards } = await swept();
    const outbox = outboxEntry();
    await storeEntry(host, outbox);
    host.memory.entriesAtWork.add(outbox.entry);
    now += 10 * MINUTE;
    await sweep(host);
    expect(cards).toEqual([]);
  });

  test('tells of a message that may have gone out, once, and does not send it again', async () => {
    const { host, store, requests, cards } = await swept();
    await storeEntry(host, outboxEntry());
    now += 10 * MINUTE;
    await sweep(host);
    now += 10 * MINUTE;
    await sweep(host);
    expect(cards).toMatchObject([{ room: 'room-id', text: expect.stringContaining('“Hello”') }]);
    expect(requests).toEqual([]);
    // Its status may still come.
    expect(store.records).toMatchObject([{ kind: 'install' }, { kind: 'outbox', told: true, cardId: 'post-1' }]);
  });

  test('tells of nothing where the crash came when WhatsApp’s answer was remembered already', async () => {
    const { host, store, cards } = await swept();
    const outbox = outboxEntry({ about: 'message-id' });
    await storeEntry(host, outbox);
    const { number, customer, roomId, messageId } = outbox;
    const link = { kind: 'link', direction: 'out', number, customer, roomId, messageId, outbox: outbox.entry } as const;
    await storeEntry(host, { ...link, ...file(now, 'wamid.1'), about: 'message-id', delivery: 'sent' });
    now += 10 * MINUTE;
    await sweep(host);
    expect(cards).toEqual([]);
    expect(store.records).toMatchObject([{ kind: 'install' }, { kind: 'link' }]);
  });

  test('notes the rooms that messages have opened, where they are still open', async () => {
    const getById = async (id: string) => (id === 'gone' ? undefined : whatsappRoom({ id, isOpen: id !== 'closed' }));
    const { host } = fakeHost({ read: { getRoomReader: () => ({ getById }) } as unknown as Partial<IRead> });
    await sweep(host);
    for (const roomId of ['open', 'closed', 'gone', 'known']) {
      const link = { kind: 'link', direction: 'in', number: '1', customer: '2', roomId } as const;
      await storeEntry(host, { ...link, ...file(now, roomId), opened: roomId !== 'known' });
    }
    now += 10 * MINUTE;
    await sweep(host);
    expect(await readOpenRooms(host)).toEqual(['open']);
  });

  test('tells of a failure that a crash kept from being told', async () => {
    const { host, cards } = await swept();
    const outbox = outboxEntry({ about: 'message-id' });
    await storeEntry(host, outbox);
    const { number, customer, roomId, messageId } = outbox;
    const link = {
      kind: 'link',
      direction: 'out',
      number,
      customer,
      roomId,
      messageId,
      outbox: outbox.entry,
      delivery: 'failed',
    } as const;
    await storeEntry(host, { ...link, ...file(now, 'wamid.1'), about: 'message-id' });
    now += 10 * MINUTE;
    await sweep(host);
    expect(cards).toHaveLength(1);
  });

  test('goes on in the next run after a long pause', async () => {
    const { host, waiting } = await swept();
    await storeEntry(host, inboxEntry({ receivedAt: start + 30 * 60 * MINUTE }));
    now += 40 * 60 * MINUTE;
    await sweep(host);
    expect(waiting()).toBe(1);
    await sweep(host);
    expect(waiting()).toBe(0);
  });
});
