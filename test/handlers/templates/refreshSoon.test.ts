import { jobs } from '../../../src/handlers/entry/jobs/jobs';
import { REFRESH_SOON, refreshSoon } from '../../../src/handlers/numbers/templates/refreshSoon';
import { fakeHost } from '../../support/fakeHost';

test('a job of ours is asked for, a moment later, and told since when the list is out of date', async () => {
  const asked: { id: string; when: Date; data: { since: number } }[] = [];
  const scheduler = { scheduleOnce: async (job: (typeof asked)[number]) => void asked.push(job) };
  const { host } = fakeHost({ modify: { getScheduler: () => scheduler as never } });
  const before = Date.now();
  await refreshSoon(host);
  await refreshSoon(host, 0);
  expect(asked).toHaveLength(2);
  expect(jobs.map(({ id }) => id)).toContain(REFRESH_SOON);
  expect(asked[0]!.data.since).toBeGreaterThanOrEqual(before);
  expect(asked[0]!.when.getTime()).toBeGreaterThan(asked[0]!.data.since);
  expect(asked[1]!.when.getTime()).toBe(asked[1]!.data.since);
});

test('a scheduler that refuses is logged, and fails nothing else', async () => {
  const scheduler = {
    scheduleOnce: async () => {
      throw new Error('no scheduler');
    },
  };
  const { host, log } = fakeHost({ modify: { getScheduler: () => scheduler as never } });
  await refreshSoon(host);
  expect(log).toEqual([expect.stringContaining('no scheduler')]);
});
