/**
 * What the engine's runtime takes from Deno's globals, in terms of Node. The bundler puts these names into the runtime's
 * files alone: the app sees none of them.
 */
import { EventEmitter } from 'node:events';
import { open } from 'node:fs/promises';
import { Socket } from 'node:net';

const writeTo = (stream: NodeJS.WriteStream) => ({
  write: (bytes: Uint8Array) =>
    new Promise<number>((resolve, reject) => {
      stream.write(bytes, (error) => (error ? reject(error) : resolve(bytes.length)));
    }),
});

export const Deno = {
  args: process.argv.slice(2),
  pid: process.pid,
  stdin: { readable: process.stdin },
  stdout: writeTo(process.stdout),
  stderr: writeTo(process.stderr),
  /** A file that is about to be uploaded, for apps that look at it. */
  open: async (path: string) => {
    const file = await open(path);
    return { readable: file.readableWebStream(), [Symbol.dispose]: () => void file.close() };
  },
};

class NamedEvent {
  constructor(readonly type: string) {}
}

export class CustomEvent extends NamedEvent {
  readonly detail: unknown;
  constructor(type: string, { detail }: { detail: unknown }) {
    super(type);
    this.detail = detail;
  }
}

/** Node 20 has none. */
export class ErrorEvent extends NamedEvent {
  readonly error: unknown;
  constructor(type: string, { error }: { error: unknown }) {
    super(type);
    this.error = error;
  }
}

/** Announces answers to those who wait for them. As on servers since 8.7, it forgets the name with the listener. */
export class EventTarget {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  addEventListener(type: string, listener: (event: NamedEvent) => void): void {
    this.#emitter.once(type, listener);
  }

  removeEventListener(type: string, listener: (event: NamedEvent) => void): void {
    this.#emitter.off(type, listener);
  }

  dispatchEvent(event: NamedEvent): void {
    this.#emitter.emit(event.type, event);
  }
}

// The runtime delays the end of every socket, which Deno needs and Node does not.
const final: unknown = Reflect.get(Socket.prototype, '_final');
Object.defineProperty(Socket.prototype, '_final', { get: () => final, set: () => undefined });
