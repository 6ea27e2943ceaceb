import { performance } from 'node:perf_hooks';
import type { TestWorkbench } from '../../../test/e2e/support/instances/TestWorkbench';
import { inFlight, type Answer } from '../load/post';
import { readSandboxPid, readUsage } from '../system/readUsage';

/** The number of requests at the same time. */
export const IN_FLIGHT = 16;

/** The time that a run of webhooks, or of agents' texts, took. */
export interface Block {
  perSecond: number;
  /** Milliseconds of processor time for each, of the workbench and of the sandbox. */
  host: number;
  sandbox: number;
}

/** `/api/workbench/idle` answers when nothing has happened for so long. */
const QUIET_MS = 50;

/**
 * Sends the items, always so many at a time, and waits until all of them are worked off.
 * @throws Error when one is not answered with 200
 */
export async function runBlock<T>(
  workbench: TestWorkbench,
  items: readonly T[],
  send: (item: T) => Promise<Answer>,
): Promise<Block> {
  const pids = [workbench.pid, readSandboxPid(workbench.pid)] as const;
  const [hostBefore, sandboxBefore] = pids.map((pid) => readUsage(pid).cpuMs);
  const start = performance.now();
  const answers = await inFlight(IN_FLIGHT, items, send);
  await workbench.idle();
  const ms = performance.now() - start - QUIET_MS;
  const [hostAfter, sandboxAfter] = pids.map((pid) => readUsage(pid).cpuMs);
  const refused = answers.filter(({ status }) => status !== 200);
  if (refused.length > 0) {
    throw new Error(`${refused.length} of ${items.length} requests were not taken: ${refused[0]?.status ?? 0}`);
  }
  const each = (before = 0, after = 0) => (after - before) / items.length;
  return {
    perSecond: (items.length / ms) * 1_000,
    host: each(hostBefore, hostAfter),
    sandbox: each(sandboxBefore, sandboxAfter),
  };
}
