import type { Host } from '../Host';
import { changeInstall } from '../records/install';
import { isTooHeavy } from './isTooHeavy';

/**
 * Bytes from which the engine itself is taken to be the reason. It reads what an app sends in pieces of 64 kB and puts
 * each behind a copy of all before it: 32 MB take it ten seconds, 100 MB over a minute, in which nobody else gets on and
 * the app seems dead to it (Apps-Engine 1.62, the decoder of its sandbox's messages).
 */
const ENGINES_FAULT = 32 * 1024 * 1024;

/** Remembers the size of a file over which the app was probably started again, lest the next one does it once more. */
export async function noteInterrupted(host: Host, size: number): Promise<void> {
  if (size >= ENGINES_FAULT && !(await isTooHeavy(host, size))) {
    await changeInstall(host, { heavy: { size, at: Date.now() } });
  }
}
