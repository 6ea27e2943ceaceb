import { availableParallelism, loadavg } from 'node:os';
import type { TestWorkbench } from '../../../../test/e2e/support/instances/TestWorkbench';

/** A span of time, as `performance.now` counts. */
interface Span {
  start: number;
  ms: number;
}

/** Milliseconds: an answer without any work takes so long on a machine that has too much to do. */
const BUSY = 250;
const PAUSE = 100;
/** Processes that wait for each processor: the proof itself makes fewer. */
const CROWD = 3;

const isCrowded = () => (loadavg()[0] ?? 0) > CROWD * availableParallelism();

/**
 * Asks the server again and again for what costs it nothing and what the app has no part in. In a span in which that took long,
 * or in which many processes waited for a processor, the machine was busy, and a slow answer of the app proves nothing.
 */
export function watchServer({ url }: TestWorkbench): { stop(): (span: Span) => boolean } {
  const probes: (Span & { isBusy: boolean })[] = [];
  let isOver = false;
  const ask = async () => {
    while (!isOver) {
      const start = performance.now();
      const probe = { start, ms: Infinity, isBusy: true };
      probes.push(probe);
      await fetch(`${url}/api/info`).then((response) => response.text());
      probe.ms = performance.now() - start;
      probe.isBusy = probe.ms > BUSY || isCrowded();
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };
  void ask().catch(() => undefined);
  return {
    stop() {
      isOver = true;
      const slow = probes.filter(({ isBusy }) => isBusy);
      return ({ start, ms }) => slow.some((probe) => probe.start < start + ms && start < probe.start + probe.ms);
    },
  };
}
