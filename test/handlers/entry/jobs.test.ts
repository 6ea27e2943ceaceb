import type { IModify, ISchedulerModify } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import type { CallAccessors } from '../../../src/handlers/core/Host';
import { storeEntry } from '../../../src/handlers/core/records/entries';
import { changeInstall, readInstall } from '../../../src/handlers/core/records/install';
import { createProcessor, housekeeping, jobs, tellSetting } from '../../../src/handlers/entry/jobs/jobs';
import { endJob, everyMinute, refreshTemplates } from '../../../src/handlers/entry/jobs/everyMinute';
import { scheduleCatchUp } from '../../../src/handlers/entry/lifecycle';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { findTemplates, saveTemplates } from '../../../src/handlers/numbers/templates/templates';
import { fakeHost, untouchable } from '../../support/fakeHost';
import { connectedNumber, inboxEntry } from '../../support/records';
import { postings } from '../../support/workspace';
import type { fakeHttp } from '../dialog360/support/connect';

describe('createProcessor', () => {
  const { host } = fakeHost();
  const appWith = (log: string) => ({ getLogger: () => log }) as unknown as IApp;

  test('a job runs by the clock where it has an interval, and not at once at every start', () => {
    const run = async () => undefined;
    expect(createProcessor(appWith(''), () => host, { id: 'clock', interval: '1 minute', run })).toMatchObject({
      id: 'clock',
      startupSetting: { type: 'recurring', interval: '1 minute', skipImmediate: true },
    });
    expect(createProcessor(appWith(''), () => host, { id: 'asked', run }).startupSetting).toBeUndefined();
  });

  describe('it gets a host', () => {
    const run = jest.fn(async () => undefined);
    const made: CallAccessors[] = [];
    const makeHost = (accessors: CallAccessors) => {
      made.push(accessors);
      return host;
    };
    const processor = createProcessor(appWith('the log of the app'), makeHost, { id: 'asked', run });
    const { read, modify, http, persistence } = host;
    const runOn = (self: IApp | IProcessor) =>
      processor.processor.call(self, { why: 'because' }, read, modify, http, persistence);

    test('with the log of this very run, and what came along', async () => {
      await runOn(appWith('the log of this run'));
      expect(run).toHaveBeenLastCalledWith(host, { why: 'because' });
      expect(made.at(-1)).toMatchObject({ logger: 'the log of this run' });
    });

    test('with the log of the app where an older engine calls it on the processor', async () => {
      await runOn(processor);
      expect(run).toHaveBeenLastCalledWith(host, { why: 'because' });
      expect(made.at(-1)).toMatchObject({ logger: 'the log of the app' });
    });
  });
});

describe('everyMinute', () => {
  test('what fails is logged and keeps nothing else from its turn', async () => {
    const { host, store, requests, log } = fakeHost({ replies: [{ json: { total: 0, waba_templates: [] } }] });
    await saveNumber(host, connectedNumber());
    const read = store.readByAssociation.bind(store);
    store.readByAssociation = async (association) => {
      if (association.getID() === 'held') throw new Error('the store is away');
      return read(association);
    };
    await everyMinute(host);
    expect(log).toEqual(['Customers who wait were not let in this minute: Error: the store is away']);
    expect(requests).toHaveLength(1);
    expect(store.records).toContainEqual(expect.objectContaining({ kind: 'install', sweptUntil: expect.any(Number) }));
  });

  test('a job of an earlier version takes itself off the schedule, by the id that the server hands over', async () => {
    const cancelled: string[] = [];
    const scheduler = untouchable('scheduler', { cancelJob: async (id: string) => void cancelled.push(id) });
    const { host } = fakeHost({ modify: { getScheduler: () => scheduler } as Partial<IModify> });
    await endJob(host, { jobId: '665f1f77bcf86cd799439011' });
    await endJob(host, undefined);
    expect(cancelled).toEqual(['665f1f77bcf86cd799439011']);
  });
});

describe('housekeeping', () => {
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;
  const MONTH = 31 * DAY;
  const start = Date.UTC(2026, 10, 22, 10, 0, 30);
  let now = start;

  describe('housekeeping', () => {
    beforeEach(() => {
      now = start;
      jest.spyOn(Date, 'now').mockImplementation(() => now);
    });
    afterEach(() => jest.restoreAllMocks());

    async function installedAMonthAgo() {
      const fake = fakeHost();
      now = start - MONTH;
      await readInstall(fake.host);
      now = start;
      return fake;
    }

    test('has nothing to look for in the first month', async () => {
      const { host, store } = fakeHost();
      await readInstall(host);
      now = start + MONTH - MINUTE;
      store.roundTrips = 0;
      await housekeeping(host);
      expect(store.roundTrips).toBeLessThan(10);
    });

    test('forgets what is older than a month, and nothing else', async () => {
      const { host, store } = await installedAMonthAgo();
      await saveNumber(host, connectedNumber());
      for (let day = 0; day < 4; day += 1) {
        await storeEntry(host, inboxEntry({ receivedAt: start - MONTH + day * DAY, wamid: `day ${day}` }));
      }
      for (let day = 1; day <= 2; day += 1) {
        now = start + day * DAY;
        await housekeeping(host);
      }
      const left = store.records.map((record) => Reflect.get(record, 'wamid') ?? Reflect.get(record, 'kind'));
      expect(left).toEqual(['install', 'number', 'day 2', 'day 3']);
    });

    test('does only so much at once after a long pause, and goes on with the next run', async () => {
      const { host, store } = await installedAMonthAgo();
      // One run walks two days at most; this one lies in what the second run comes to.
      await storeEntry(host, inboxEntry({ receivedAt: start - MONTH + 2.5 * DAY, wamid: 'old' }));
      now = start + 3 * DAY;
      store.roundTrips = 0;
      await housekeeping(host);
      expect(store.roundTrips).toBeLessThan(3_000);
      expect(store.records).toMatchObject([{ kind: 'install' }, { wamid: 'old' }]);
      await housekeeping(host);
      expect(store.records).toMatchObject([{ kind: 'install' }]);
    });
  });
});

describe('jobs', () => {
  test('every job has a name of its own and says how often it runs, or waits to be asked', () => {
    const ids = jobs.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { id, interval } of jobs)
      expect([id, interval ?? '1 minute']).toEqual([id, expect.stringMatching(/^\d+ (minute|hour)s?$/)]);
  });

  test('one job alone comes every minute, and those that it has replaced are on no schedule', () => {
    const scheduled = jobs.filter(({ interval }) => interval !== undefined).map(({ id, interval }) => [id, interval]);
    expect(scheduled).toEqual([
      ['every-minute', '1 minute'],
      ['send-kept', '5 minutes'],
      ['watch-numbers', '30 minutes'],
      ['housekeeping', '1 hour'],
    ]);
    expect(jobs.map(({ id }) => id)).toEqual(expect.arrayContaining(['sweep', 'release-held', 'work-queues']));
  });
});

describe('refreshTemplates', () => {
  const MINUTE = 60_000;
  const number = connectedNumber();
  const list = { json: { total: 0, waba_templates: [] } };

  async function host(settings: object = {}, ...replies: Parameters<typeof fakeHttp>) {
    const fake = fakeHost({ settings: { ...settings }, replies: replies.length > 0 ? replies : [list] });
    await saveNumber(fake.host, number);
    return fake;
  }

  test.each([
    ['never read', undefined, {}, {}, 1],
    ['read ten minutes ago, where half an hour is enough', 10, {}, {}, 0],
    ['read ten minutes ago, where five are asked for', 10, { template_refresh_interval: 5 }, {}, 1],
    ['read ten minutes ago, and something changed since', 10, {}, { since: Date.now() }, 1],
    ['what came with the job is of another kind', 10, {}, { since: 'yesterday' }, 0],
  ])('%s', async (_case, minutes, settings, data, asked) => {
    const fake = await host(settings);
    if (minutes !== undefined) {
      const readAt = Date.now() - minutes * MINUTE;
      await saveTemplates(fake.host, { number: number.digits, readAt, templates: [] });
    }
    await refreshTemplates(fake.host, data);
    expect(fake.requests).toHaveLength(asked);
  });

  test('a number that cannot be looked at does not keep the next one from its turn', async () => {
    const fake = await host({}, list);
    await saveNumber(fake.host, connectedNumber({ digits: '4930901820', apiKey: 'another-key-0000' }));
    const write = fake.store.updateByAssociations.bind(fake.store);
    let failures = 0;
    fake.store.updateByAssociations = async (...args) => {
      failures += 1;
      if (failures === 1) throw new Error('the store is away');
      return write(...args);
    };
    await refreshTemplates(fake.host, undefined);
    expect(fake.log.join()).toContain('the store is away');
    const kept = await Promise.all(['4930901820', number.digits].map((digits) => findTemplates(fake.host, digits)));
    expect(kept.filter((known) => known !== undefined)).toHaveLength(1);
  });
});

describe('tellSetting', () => {
  const problem = { key: 'errors:notAllowed' };

  async function workspace() {
    const { posted, modify, read } = postings([{ id: 'setup-room' } as never]);
    const { host } = fakeHost({ modify, read });
    await changeInstall(host, { setupRoomId: 'setup-room' });
    return { host, posted };
  }

  test('the channel reads which setting was not saved, and why', async () => {
    const { host, posted } = await workspace();
    await tellSetting(host, { id: 'list_button_label', problem });
    expect(posted).toHaveLength(1);
    expect(posted[0]?.text).toMatch(/^:warning: /);
    expect(posted[0]?.text).not.toMatch(/list_button_label|errors:/);
  });

  test.each([undefined, {}, { id: 7, problem }, { id: 'x' }])('%j tells nothing', async (data) => {
    const { host, posted } = await workspace();
    await tellSetting(host, data);
    expect(posted).toEqual([]);
  });
});

describe('scheduleCatchUp', () => {
  const now = Date.UTC(2026, 10, 22, 10);
  const scheduler = (scheduleOnce: jest.Mock) => ({ scheduleOnce }) as unknown as ISchedulerModify;

  describe('an app that starts', () => {
    test('looks, a minute later, for what it missed since it was seen last', async () => {
      const { host } = fakeHost();
      await changeInstall(host, { sweptUntil: now - 600_000 });
      const scheduleOnce = jest.fn(async () => undefined);
      await scheduleCatchUp(host, scheduler(scheduleOnce), now);
      expect(scheduleOnce).toHaveBeenCalledWith({
        id: 'catch-up',
        when: new Date(now + 60_000),
        data: { since: now - 600_000, until: now },
      });
    });

    test('looks from where a job had begun that was killed with Rocket.Chat', async () => {
      const { host } = fakeHost();
      await changeInstall(host, { sweptUntil: now - 600_000, catchingUpFrom: now - 900_000 });
      const scheduleOnce = jest.fn(async () => undefined);
      await scheduleCatchUp(host, scheduler(scheduleOnce), now);
      expect(scheduleOnce).toHaveBeenCalledWith(
        expect.objectContaining({ data: { since: now - 900_000, until: now } }),
      );
    });

    test('has missed nothing when it is new', async () => {
      const scheduleOnce = jest.fn();
      await scheduleCatchUp(fakeHost().host, scheduler(scheduleOnce), now);
      expect(scheduleOnce).not.toHaveBeenCalled();
    });

    test('starts also when it cannot look', async () => {
      const { host, store, log } = fakeHost();
      store.failure = new Error('no database');
      await scheduleCatchUp(host, scheduler(jest.fn()), now);
      expect(log.join()).toContain('no database');
    });
  });
});
