import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { processWebhook } from '../../../src/handlers/inbound/webhook/processWebhook';
import { sweep } from '../../../src/handlers/entry/jobs/sweep';
import { reportFailure } from '../../../src/handlers/outbound/failures/reportFailure';
import { file, storeEntry } from '../../../src/handlers/core/records/entries';
import { readOpenRooms } from '../../../src/handlers/omnichannel/conversations/openRooms';
import { minute } from '../../../src/handlers/core/records/association';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry, outboxEntry } from '../../support/records';
import { whatsappRoom } from '../../support/workspace';

jest.mock('../../../src/handlers/inbound/webhook/processWebhook', () => ({ processWebhook: jest.fn() }));
jest.mock('../../../src/handlers/outbound/failures/reportFailure', () => ({ reportFailure: jest.fn() }));

const MINUTE = 60_000;
const start = Date.UTC(2026, 10, 22, 10, 0, 30);
let now = start;

const inboxAt = (receivedAt: number, wamid?: string) => inboxEntry({ receivedAt, wamid });
const sweptWamids = () => jest.mocked(processWebhook).mock.calls.map(([, inbox]) => inbox.wamid);

/** A workspace in which the sweep has run before. */
async function swept() {
  const fake = fakeHost();
  await sweep(fake.host);
  return fake;
}

describe('the sweep', () => {
  beforeEach(() => {
    now = start;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    jest.mocked(processWebhook).mockReset().mockResolvedValue(true);
    jest.mocked(reportFailure).mockReset().mockResolvedValue('card-id');
  });
  afterEach(() => jest.restoreAllMocks());

  test('works off what a crash left, once it has rested, and knows that it was begun before', async () => {
    const { host } = await swept();
    const inbox = inboxAt(now, 'wamid.1');
    await storeEntry(host, inbox);
    for (let runs = 0; runs < 2; runs += 1) {
      now += MINUTE;
      await sweep(host);
    }
    expect(processWebhook).not.toHaveBeenCalled();
    for (let runs = 0; runs < 5; runs += 1) {
      now += MINUTE;
      await sweep(host);
    }
    expect(processWebhook).toHaveBeenCalledTimes(1);
    expect(jest.mocked(processWebhook).mock.calls[0]?.[1]).toMatchObject({ ...inbox, resumed: true });
  });

  test('knows of what ended the process again while it was worked off', async () => {
    const { host, store } = await swept();
    await storeEntry(host, inboxAt(now, 'wamid.1'));
    jest.mocked(processWebhook).mockImplementationOnce(() => new Promise(() => undefined));
    now += 5 * MINUTE;
    void sweep(host);
    while (jest.mocked(processWebhook).mock.calls.length === 0) await new Promise(setImmediate);
    const { host: restarted } = fakeHost({ store });
    now += MINUTE;
    await sweep(restarted);
    const taken = jest.mocked(processWebhook).mock.calls.map(([, { resumed, stuck }]) => ({ resumed, stuck }));
    expect(taken).toEqual([
      { resumed: true, stuck: undefined },
      { resumed: true, stuck: true },
    ]);
  });

  test('passes every minute exactly once, however irregularly it runs', async () => {
    const { host } = await swept();
    for (let at = start; at < start + 40 * MINUTE; at += 20_000) await storeEntry(host, inboxAt(at, minute(at)));
    for (const pause of [10_000, 55_000, 65_000, 7 * MINUTE, 1_000, 1_000, 40 * MINUTE]) {
      now += pause;
      await sweep(host);
    }
    const expected = Array.from({ length: 41 }, (_, index) => minute(start + index * MINUTE));
    const counts = expected.map((name) => sweptWamids().filter((wamid) => wamid === name).length);
    expect(new Set(sweptWamids()).size).toBe(41);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(120);
  });

  test('comes back to what could not be put right, but not for ever', async () => {
    const { host } = await swept();
    await storeEntry(host, inboxAt(now, 'wamid.1'));
    jest.mocked(processWebhook).mockResolvedValue(false);
    for (let runs = 0; runs < 10; runs += 1) {
      now += MINUTE;
      await sweep(host);
    }
    const tries = sweptWamids().length;
    expect(tries).toBeGreaterThan(5);
    jest.mocked(processWebhook).mockResolvedValue(true);
    for (let runs = 0; runs < 5; runs += 1) {
      now += MINUTE;
      await sweep(host);
    }
    expect(sweptWamids()).toHaveLength(tries + 1);

    await storeEntry(host, inboxAt(now, 'wamid.2'));
    jest.mocked(processWebhook).mockClear().mockResolvedValue(false);
    for (let runs = 0; runs < 90; runs += 1) {
      now += MINUTE;
      await sweep(host);
    }
    expect(sweptWamids().length).toBeGreaterThan(55);
    expect(sweptWamids().length).toBeLessThan(70);
  });

  test('tells an agent again of a message where telling failed', async () => {
    const { host } = await swept();
    await storeEntry(host, outboxEntry());
    jest.mocked(reportFailure).mockRejectedValueOnce(new Error('the store is out of reach'));
    now += 10 * MINUTE;
    await sweep(host);
    now += MINUTE;
    await sweep(host);
    now += MINUTE;
    await sweep(host);
    expect(reportFailure).toHaveBeenCalledTimes(2);
  });

  test('leaves alone what this process is working on', async () => {
    const { host } = await swept();
    const inbox = inboxAt(now, 'wamid.1');
    await storeEntry(host, inbox);
    host.memory.inboxWork.begin(host, inbox, now);
    now += 10 * MINUTE;
    await sweep(host);
    expect(processWebhook).not.toHaveBeenCalled();
  });

  test('tells of a message that may have gone out, once, and does not send it again', async () => {
    const { host, store } = await swept();
    await storeEntry(host, outboxEntry());
    now += 10 * MINUTE;
    await sweep(host);
    now += 10 * MINUTE;
    await sweep(host);
    expect(reportFailure).toHaveBeenCalledTimes(1);
    expect(reportFailure).toHaveBeenCalledWith(
      host,
      expect.objectContaining({ roomId: 'room-id', messageId: 'message-id' }),
      expect.objectContaining({ key: 'errors:interrupted', maybeSent: true }),
    );
    // Its status may still come.
    expect(store.records).toMatchObject([{ kind: 'install' }, { kind: 'outbox', told: true, cardId: 'card-id' }]);
  });

  test('tells of nothing where the crash came when WhatsApp’s answer was remembered already', async () => {
    const { host, store } = await swept();
    const outbox = outboxEntry({ about: 'message-id' });
    await storeEntry(host, outbox);
    const { number, customer, roomId, messageId } = outbox;
    const link = { kind: 'link', direction: 'out', number, customer, roomId, messageId, outbox: outbox.entry } as const;
    await storeEntry(host, { ...link, ...file(now, 'wamid.1'), about: 'message-id', delivery: 'sent' });
    now += 10 * MINUTE;
    await sweep(host);
    expect(reportFailure).not.toHaveBeenCalled();
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
    const { host } = await swept();
    const outbox = outboxEntry({ about: 'message-id' });
    await storeEntry(host, outbox);
    const { number, customer } = outbox;
    const link = {
      kind: 'link',
      direction: 'out',
      number,
      customer,
      outbox: outbox.entry,
      delivery: 'failed',
    } as const;
    await storeEntry(host, { ...link, ...file(now, 'wamid.1'), about: 'message-id' });
    now += 10 * MINUTE;
    await sweep(host);
    expect(reportFailure).toHaveBeenCalledTimes(1);
  });

  test('works off the others where one fails', async () => {
    const { host, log } = await swept();
    await storeEntry(host, inboxAt(now, 'wamid.1'));
    await storeEntry(host, inboxAt(now, 'wamid.2'));
    jest.mocked(processWebhook).mockRejectedValueOnce(new Error('no luck'));
    now += 10 * MINUTE;
    await sweep(host);
    expect(sweptWamids()).toEqual(['wamid.1', 'wamid.2']);
    expect(log.join()).toContain('no luck');
  });

  test('goes on in the next run after a long pause', async () => {
    const { host } = await swept();
    await storeEntry(host, inboxAt(start + 30 * 60 * MINUTE, 'late'));
    now += 40 * 60 * MINUTE;
    await sweep(host);
    expect(sweptWamids()).toEqual([]);
    await sweep(host);
    expect(sweptWamids()).toEqual(['late']);
  });
});
