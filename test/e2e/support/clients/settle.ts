import type { TestWorkbench } from '../instances/TestWorkbench';
import type { Patience } from '../waitFor';
import { waitFor } from '../waitFor';
import type { WireRoundTrips } from './WireDocuments';

/** Resolves when the simulator has delivered every webhook and the app has worked off what they brought. */
export async function settle(workbench: TestWorkbench, patience?: Patience): Promise<void> {
  await waitFor(
    async () => (await workbench.sim.deliveries()).every(({ state }) => state !== 'collecting' && state !== 'pending'),
    { what: 'the webhooks to be delivered', timeout: 30_000, ...patience },
  );
  await workbench.idle();
}

/**
 * Resolves when every webhook was delivered, again where that was needed, and worked off. On a busy machine the app may
 * pause for longer between two calls than `idle` waits, but its record of a webhook stays until it is done.
 */
export async function quiet(workbench: TestWorkbench): Promise<void> {
  await settle(workbench);
  const isDone = async () =>
    (await workbench.records()).every(({ data }) => data.kind !== 'inbox' || Number(data.attempts) > 0);
  await waitFor(isDone, { what: 'the webhooks to be worked off', timeout: 30_000 });
  await workbench.idle();
}

/** The requests to the app that something leads to, and the round trips of each, work after the answer included. */
export async function roundTripsOf(workbench: TestWorkbench, act: () => Promise<unknown>): Promise<WireRoundTrips[]> {
  await settle(workbench);
  await workbench.clearRoundTrips();
  await act();
  await settle(workbench);
  return workbench.roundTrips();
}

/**
 * Runs the app's scheduled jobs of a processor now, whenever they are due. What they begin may go on: see `idle`.
 * @param least how many there have to be
 * @throws Error when there are fewer
 */
export async function runJobs(workbench: TestWorkbench, processor: string, least = 1): Promise<void> {
  const { http } = await workbench.as('admin');
  const jobs = await http.get<{ id: string; processorId: string }[]>('/api/workbench/app/jobs');
  const wanted = jobs.filter(({ processorId }) => processorId === processor);
  if (wanted.length < least) throw new Error(`Of ${processor} there are ${wanted.length} jobs`);
  for (const { id } of wanted) {
    await http.post(`/api/workbench/app/jobs/${id}`);
  }
}

/**
 * Counts what each key of a journey costs: the round trips of the interactions that something leads to, work after the answer
 * included.
 *
 * @returns the counts by name, and what plays a key and counts it
 */
export function countKeys(workbench: TestWorkbench) {
  const costs: Record<string, number> = {};
  const cost = async (name: string, act: () => Promise<unknown>) => {
    const requests = (await roundTripsOf(workbench, act)).filter(({ kind }) => kind === 'interaction');
    costs[name] = requests.reduce((sum, { total }) => sum + total, 0);
  };
  return { costs, cost };
}
