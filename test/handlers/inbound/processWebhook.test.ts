import { handleEvent } from '../../../src/handlers/inbound/webhook/handleEvent';
import { processWebhook } from '../../../src/handlers/inbound/webhook/processWebhook';
import { findDeadLetters } from '../../../src/handlers/numbers/deadLetters';
import { findByMinute, findByWamid, storeEntry } from '../../../src/handlers/core/records/entries';
import { minute } from '../../../src/handlers/core/records/minute';
import { warnAdmins } from '../../../src/handlers/numbers/warnings/warnAdmins';
import { connectedNumber, inboxEntry } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/events';

jest.mock('../../../src/handlers/inbound/webhook/handleEvent', () => ({ handleEvent: jest.fn() }));
jest.mock('../../../src/handlers/numbers/warnings/warnAdmins', () => ({ warnAdmins: jest.fn(async () => undefined) }));

const numbers = [connectedNumber()];
const events = [
  messageEvent({ wamid: 'wamid.1' }),
  messageEvent({ wamid: 'wamid.2' }),
  messageEvent({ wamid: 'wamid.3' }),
];
const now = 1_700_000_000_000;

async function stored(facts: Parameters<typeof inboxEntry>[0] = {}) {
  const fake = fakeHost();
  const inbox = inboxEntry({ receivedAt: now, ...facts });
  await storeEntry(fake.host, inbox);
  return { ...fake, inbox };
}

describe('working off a stored webhook', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(now);
    jest.mocked(handleEvent).mockReset().mockResolvedValue(undefined);
    jest.mocked(warnAdmins).mockClear();
  });
  afterEach(() => jest.restoreAllMocks());

  test('takes the record of a batch away when everything is done', async () => {
    const { host, store, inbox } = await stored();
    await processWebhook(host, inbox, events, numbers);
    expect(handleEvent).toHaveBeenCalledTimes(3);
    expect(store.records).toEqual([]);
  });

  test('says of each message of a batch that somebody is at it, for as long as that is so', async () => {
    const { host, inbox } = await stored();
    const found: unknown[] = [];
    jest.mocked(handleEvent).mockImplementation(async (_host, event) => {
      if ('wamid' in event) found.push(...(await findByWamid(host, event.wamid ?? '')));
    });
    await processWebhook(host, inbox, events, numbers);
    expect(found).toHaveLength(3);
    expect(found).toEqual(found.map(() => expect.objectContaining({ kind: 'claim', entry: inbox.entry })));
    expect(await findByWamid(host, 'wamid.1')).toEqual([]);
  });

  test('leaves the record of one message, which has become its link', async () => {
    const { host, store, inbox } = await stored({ wamid: 'wamid.1' });
    await processWebhook(host, inbox, events.slice(0, 1), numbers);
    expect(store.records).toHaveLength(1);
  });

  test.each([undefined, 'wamid.1'])(
    'tries everything, and all of it again later, when one event fails (wamid %s)',
    async (wamid) => {
      const { host, store, inbox, log } = await stored({ wamid });
      jest
        .mocked(handleEvent)
        .mockImplementation((_host, event) =>
          'wamid' in event && event.wamid === 'wamid.2' ? Promise.reject(new Error('no room')) : Promise.resolve(),
        );
      await processWebhook(host, inbox, events, numbers);
      expect(handleEvent).toHaveBeenCalledTimes(3);
      expect(store.records).toMatchObject([
        { kind: 'inbox', attempts: 1, body: inbox.body, minute: new Date(now + 120_000).toISOString().slice(0, 16) },
      ]);
      expect(log.join()).toContain('no room');
    },
  );

  test('waits longer and longer, two days at most', async () => {
    const waits = Array.from({ length: 10 }, (_, attempts) => attempts).map(async (attempts) => {
      const { host, store, inbox } = await stored({ attempts });
      jest.mocked(handleEvent).mockRejectedValue(new Error('no room'));
      await processWebhook(host, inbox, events, numbers);
      return Date.parse(`${String(Reflect.get(store.records[0] ?? {}, 'minute'))}Z`) - now;
    });
    const minutes = (await Promise.all(waits)).map((wait) => Math.round(wait / 60_000));
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(minutes.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(2 * 24 * 60);
  });

  describe('after two days', () => {
    const day = 24 * 60 * 60_000;
    const wamid = 'wamid.1';

    test.each([10, 11, 25])(
      'tries it once a day, marks it and tells the admins (%d times before)',
      async (attempts) => {
        const { host, store, inbox } = await stored({ attempts, wamid, receivedAt: now - 2 * day });
        jest.mocked(handleEvent).mockRejectedValue(new Error('no room'));
        await processWebhook(host, inbox, events, numbers);
        const reason = expect.stringContaining('no room');
        expect(store.records).toMatchObject([
          { kind: 'inbox', attempts: attempts + 1, body: inbox.body, minute: minute(now + day), wamid },
          { kind: 'undelivered', customers: ['+55 11 95555 0111'], reason },
        ]);
        expect(warnAdmins).toHaveBeenCalledTimes(1);
      },
    );

    test.each([undefined, wamid])('takes the mark away when it works at last (wamid %s)', async (filedUnder) => {
      const { host, inbox } = await stored({ attempts: 10, wamid: filedUnder, receivedAt: now - 2 * day });
      jest.mocked(handleEvent).mockRejectedValueOnce(new Error('no room'));
      await processWebhook(host, inbox, events, numbers);
      const [later] = await findByMinute(host, minute(now + day));
      expect(await findDeadLetters(host, inbox.sender)).toHaveLength(1);
      if (later?.kind === 'inbox') await processWebhook(host, later, events, numbers);
      expect(await findDeadLetters(host, inbox.sender)).toEqual([]);
    });

    test('gives it up after a month, when the admins are told whose it was', async () => {
      const { host, store, inbox } = await stored({ attempts: 40, wamid, receivedAt: now - 30.5 * day });
      jest.mocked(handleEvent).mockRejectedValue(new Error('no room'));
      await processWebhook(host, inbox, events, numbers);
      expect(store.records).toEqual([]);
      expect(warnAdmins).toHaveBeenCalledWith(
        host,
        expect.anything(),
        'warnings:givenUp',
        expect.objectContaining({ customers: '+55 11 95555 0111', reason: expect.stringContaining('no room') }),
      );
    });
  });

  test('never throws, and leaves the record to the sweep, when the store is out of reach', async () => {
    const { host, store, inbox, log } = await stored();
    jest.mocked(handleEvent).mockImplementation(() => {
      store.failure = new Error('no database');
      return Promise.reject(new Error('no room'));
    });
    await processWebhook(host, inbox, events, numbers);
    expect(store.records).toContainEqual(expect.objectContaining({ kind: 'inbox' }));
    expect(log.join()).toContain('no database');
  });
});
