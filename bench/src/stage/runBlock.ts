import { performance } from 'node:perf_hooks';
import type { TestWorkbench } from '../../../test/e2e/support/TestWorkbench';
import { inFlight } from '../load/inFlight';
import { post } from '../load/post';
import type { Target } from '../load/Target';
import { readSandboxPid } from '../system/readSandboxPid';
import { readUsage } from '../system/readUsage';
import type { Block } from './Block';

/** `/api/workbench/idle` answers when nothing has happened for so long. */
const QUIET_MS = 50;

/**
 * Sends the bodies, always so many at a time, and waits until all of them are worked off.
 * @throws Error when one is not answered with 200
 */
export async function runBlock(
  workbench: TestWorkbench,
  target: Target,
  bodies: readonly string[],
  width: number,
): Promise<Block> {
  const pids = [workbench.pid, readSandboxPid(workbench.pid)] as const;
  const [hostBefore, sandboxBefore] = pids.map((pid) => readUsage(pid).cpuMs);
  const start = performance.now();
  const answers = await inFlight(width, bodies, (body) => post(target, body));
  await workbench.idle();
  const ms = performance.now() - start - QUIET_MS;
  const [hostAfter, sandboxAfter] = pids.map((pid) => readUsage(pid).cpuMs);
  const refused = answers.filter(({ status }) => status !== 200);
  if (refused.length > 0) {
    throw new Error(`${refused.length} of ${bodies.length} webhooks were not taken: ${refused[0]?.status ?? 0}`);
  }
  const each = (before = 0, after = 0) => (after - before) / bodies.length;
  return {
    perSecond: (bodies.length / ms) * 1_000,
    host: each(hostBefore, hostAfter),
    sandbox: each(sandboxBefore, sandboxAfter),
  };
}
