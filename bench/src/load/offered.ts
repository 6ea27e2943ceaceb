import { performance } from 'node:perf_hooks';
import type { Answer } from './post';

/**
 * Sends the bodies at a fixed rate, whether the answers come or not: as customers write. When this process itself falls
 * behind, it sends what is due at once.
 *
 * @param perSecond bodies a second
 */
export async function offered(
  perSecond: number,
  bodies: readonly string[],
  send: (body: string) => Promise<Answer>,
): Promise<Answer[]> {
  const start = performance.now();
  const sending: Promise<Answer>[] = [];
  while (sending.length < bodies.length) {
    const due = Math.min(bodies.length, 1 + Math.floor(((performance.now() - start) / 1_000) * perSecond));
    for (const body of bodies.slice(sending.length, due)) {
      sending.push(send(body));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(sending);
}
