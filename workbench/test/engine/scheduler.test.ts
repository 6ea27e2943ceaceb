import { ProbeHost } from '../support/ProbeHost';
import { PROBE_ID } from '../support/probeApp';
import { silenceEngine } from '../support/silenceEngine';

silenceEngine();

const until = async (check: () => boolean) => {
  for (let i = 0; i < 200 && !check(); i++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(check()).toBe(true);
};

describe('jobs of an app', () => {
  let probe: ProbeHost;

  beforeAll(async () => {
    probe = await ProbeHost.start();
  });

  afterAll(() => probe.stop());

  const schedule = (kind: string, job: object): Promise<string> =>
    probe.run(`return modify.getScheduler().${kind}(input)`, job);
  const ids = () => probe.host.jobs(PROBE_ID).map(({ id }) => id);

  it('runs a job that is due at once, gives it its data, and forgets it', async () => {
    const id = await schedule('scheduleOnce', { id: 'note', when: 'now', data: { a: 1 } });
    expect(id).toMatch(/^[0-9a-f]{24}$/);
    await until(() => !ids().includes(id));
    expect(await probe.events('job')).toMatchObject([{ job: { a: 1, jobId: id } }]);
  });

  it('waits for the time of a job', async () => {
    const later = await schedule('scheduleOnce', { id: 'note', when: 'in 1 hour', data: { which: 'later' } });
    const soon = new Date(Date.now() + 50);
    const sooner = await schedule('scheduleOnce', { id: 'note', when: soon, data: { which: 'sooner' } });
    await until(() => !ids().includes(sooner));
    expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime());
    expect(ids()).toContain(later);
    expect(await probe.events('job')).toMatchObject([{ job: { which: 'sooner' } }]);
    await probe.run(`return modify.getScheduler().cancelJob(input)`, later);
  });

  it('runs a waiting job when a test says so', async () => {
    const id = await schedule('scheduleOnce', { id: 'note', when: 'in 1 hour', data: {} });
    await probe.host.runJob(id);
    expect(ids()).not.toContain(id);
    expect(await probe.events('job')).toHaveLength(1);
    await expect(probe.host.runJob(id)).rejects.toThrow('There is no job');
  });

  it('keeps a one-time job that failed, without running it again', async () => {
    const id = await schedule('scheduleOnce', { id: 'fail', when: 'in 1 hour', data: {} });
    await probe.host.runJob(id);
    expect(probe.host.jobs(PROBE_ID).find((job) => job.id === id)).toMatchObject({
      nextRunAt: undefined,
      lastError: 'no luck',
    });
  });

  it('never runs a one-time job again whose process was killed in it, and a recurring one not before ten minutes', async () => {
    const { jobs } = probe.store;
    const now = new Date();
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const add = (kind: 'once' | 'recurring', _id: string) =>
      jobs.put({ _id, appId: 'other', name: `gone_${_id}`, kind, data: {}, nextRunAt: now });
    for (const job of [add('once', 'a'), add('recurring', 'b')]) jobs.claim(job._id, now, at(10));
    const due = (minutes: number) =>
      jobs.due(at(minutes)).flatMap(({ _id, appId }) => (appId === 'other' ? [_id] : []));
    expect(due(9)).toEqual([]);
    expect(due(10)).toEqual(['b']);
    probe.store.jobs.deleteWhere('appId = ?', 'other');
  });

  it('has one recurring job a processor, the one from the start included', async () => {
    const ticks = () => probe.host.jobs(PROBE_ID).filter(({ processorId }) => processorId === 'tick');
    expect(ticks()).toMatchObject([{ kind: 'recurring' }]);
    await schedule('scheduleRecurring', { id: 'tick', interval: '30 minutes', skipImmediate: true });
    expect(ticks()).toHaveLength(1);
    const [tick] = ticks();
    await probe.host.runJob(tick!.id);
    const again = ticks()[0]!.nextRunAt!.getTime() - Date.now();
    expect(again).toBeGreaterThan(29 * 60_000);
    expect(again).toBeLessThanOrEqual(30 * 60_000);
  });

  it('cancels by id and by processor', async () => {
    const id = await schedule('scheduleOnce', { id: 'note', when: 'in 1 hour', data: {} });
    await probe.run(`return modify.getScheduler().cancelJob(input)`, id);
    expect(ids()).not.toContain(id);
    const byName = await schedule('scheduleOnce', { id: 'note', when: 'in 1 hour', data: {} });
    await probe.run(`return modify.getScheduler().cancelJob('note')`);
    expect(ids()).not.toContain(byName);
  });

  it('counts a job as a request of its own', async () => {
    const id = await schedule('scheduleOnce', { id: 'note', when: 'in 1 hour', data: {} });
    await probe.host.idle();
    probe.host.roundTrips.clear();
    await probe.host.runJob(id);
    expect(probe.host.roundTrips.list()).toMatchObject([{ kind: 'job', label: 'note', total: 0 }]);
  });
});
