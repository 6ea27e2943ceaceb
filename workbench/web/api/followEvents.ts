import type { Api } from './Api';
import { readServerEvents } from './readServerEvents';
import type { ServerEvent } from './ServerEvent';

type Listener = {
  /**
   * Called each time the stream stands, also after it was lost: what happened meanwhile has to be asked for. Events wait
   * until that is done; when it fails, the stream is opened again.
   */
  readonly onOpen: () => Promise<void>;
  readonly onEvent: (event: ServerEvent) => void;
  /** Called each time it breaks or cannot be opened, with what broke it; the server may have ended it without a word. */
  readonly onLost: (error: unknown) => void;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 3_000;

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
    let broken: unknown;
    try {
      const stream = await api.stream(path, signal);
      await listener.onOpen();
      wait = FIRST_PAUSE_MS;
      for await (const event of readServerEvents(stream)) {
        listener.onEvent(event);
      }
    } catch (error) {
      // Whatever broke it, the cure is the same: open it again.
      broken = error;
    }
    if (!isOver()) {
      listener.onLost(broken);
      await pause(wait, signal);
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  }
}
