/** Puts a message into the queue that the engine's runtime writes to the host. */
import { Queue } from 'apps-engine-runtime/lib/messenger.ts';

export async function enqueue(message: unknown): Promise<void> {
  Queue.enqueue(message);
}
