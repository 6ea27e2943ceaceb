import type { Api } from './Api';

type Listener = {
  /**
   * Called each time the stream is open, also after an interruption: missed changes have to be read. Events wait until
   * that is done; if it fails, the stream is opened again.
   */
  readonly onOpen: () => Promise<void>;
  readonly onEvent: (event: ServerEvent) => void;
  /** Called each time it breaks or cannot be opened, with the error, if there is one. */
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

/** Follows a stream of events and opens it again whenever it breaks, until the signal aborts. Never throws. */
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
      // Any error of the connection is followed by another attempt.
      broken = error;
    }
    if (!isOver()) {
      listener.onLost(broken);
      await pause(wait, signal);
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  }
}

const parse = (text: string): unknown => JSON.parse(text);

const readEvent = (block: string): ServerEvent | undefined => {
  let type = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) {
      type = line.slice(6).trim();
    } else if (line.startsWith('data:')) {
      data.push(line.slice(5).trimStart());
    }
  }
  return data.length > 0 ? { type, data: parse(data.join('\n')) } : undefined;
};

/** Reads server-sent events from a stream, one after the other, until it ends. Comments are passed over. */
export async function* readServerEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let waiting = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    waiting += decoder.decode(value, { stream: true }).replaceAll('\r', '');
    let end = waiting.indexOf('\n\n');
    while (end >= 0) {
      const event = readEvent(waiting.slice(0, end));
      waiting = waiting.slice(end + 2);
      if (event) {
        yield event;
      }
      end = waiting.indexOf('\n\n');
    }
  }
}

/** One server-sent event. */
export type ServerEvent = { readonly type: string; readonly data: unknown };
