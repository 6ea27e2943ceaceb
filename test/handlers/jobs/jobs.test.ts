import { jobs } from '../../../src/handlers/entry/jobs/jobs';

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
