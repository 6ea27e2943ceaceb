import { jobs } from '../../../src/handlers/jobs/jobs';

test('every job has a name of its own and says how often it runs, or waits to be asked', () => {
  const ids = jobs.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { id, interval } of jobs)
    expect([id, interval ?? '1 minute']).toEqual([id, expect.stringMatching(/^\d+ (minute|hour)s?$/)]);
});

test('what a crash left, who waits, what waits to be sent and templates that are due are looked after every minute', () => {
  const often = jobs.filter(({ interval }) => interval === '1 minute').map(({ id }) => id);
  expect(often).toEqual([
    'sweep',
    'release-held',
    'watch-windows',
    'refresh-templates',
    'send-queued-templates',
    'work-queues',
  ]);
});
