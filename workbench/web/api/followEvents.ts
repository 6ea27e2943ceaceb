import type { Api } from './Api';
import { readServerEvents } from './readServerEvents';
import type { ServerEvent } from './ServerEvent';

type Listener = {
  /** Called each time the stream stands, also after it was lost: what happened meanwhile has to be asked for. */
  readonly onOpen: () => void;
  readonly onEvent: (event: ServerEvent) => void;
  readonly onLost: () => void;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Follows a stream of events and opens it again whenever it breaks, until the signal says to stop. Never throws. */
export async function followEvents(api: Api, path: string, signal: AbortSignal, listener: Listener): Promise<void> {
  const isOver = () => signal.aborted;
  let wait = FIRST_PAUSE_MS;
  while (!isOver()) {
    try {
      const stream = await api.stream(path, signal);
      listener.onOpen();
      wait = FIRST_PAUSE_MS;
      for await (const event of readServerEvents(stream)) {
        listener.onEvent(event);
      }
    } catch {
      // Whatever broke it, the cure is the same: open it again.
    }
    if (!isOver()) {
      listener.onLost();
      await pause(wait, signal);
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  }
}
