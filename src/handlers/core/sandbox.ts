import type { Host } from './Host';

/** The runtime of the app: Deno up to Rocket.Chat 8.7, Node from 8.8 on. */
interface Sandbox {
  kind: 'deno' | 'node';
  /** `Node 22.22.3`, `Deno 1.43.5`; the name alone when the version is unknown. */
  name: string;
  /**
   * The connection to the engine: msgpack, whose decoder takes time that grows with the square of the size, or Node's
   * IPC channel (Rocket.Chat 9.0), which carries large files.
   */
  wire: 'msgpack' | 'ipc';
}

/** It does not exist in every version of Node, nor in the types of Node that this repository uses. */
declare const navigator: { userAgent: string } | undefined;

/** Deno names itself here in every version; Node does since 21. */
function agentVersion(): string | undefined {
  const agent = typeof navigator === 'undefined' ? '' : navigator.userAgent;
  return /^Deno\/(\S+)/.exec(agent)?.[1];
}

/**
 * Detects the runtime by its global objects. Deno 1.43.5 (Rocket.Chat up to 8.3) has no global `process`, newer
 * versions of Deno have one that names Deno, and Node's holds the channel to the server, if there is one.
 */
export function readSandbox(): Sandbox {
  const versions: NodeJS.ProcessVersions | undefined = typeof process === 'undefined' ? undefined : process.versions;
  if (!versions || 'deno' in versions) {
    return { kind: 'deno', name: ['Deno', versions?.deno ?? agentVersion()].join(' ').trim(), wire: 'msgpack' };
  }
  return { kind: 'node', name: `Node ${versions.node}`, wire: typeof process.send === 'function' ? 'ipc' : 'msgpack' };
}

const MB = 1024 * 1024;

/**
 * Limits for files, in bytes. The engine reads an app's output in pieces of 64 kB and copies all earlier pieces with
 * each one (Apps-Engine 1.62, the decoder of its sandbox's messages). The time therefore grows with the square of the
 * size, and all other work waits meanwhile: 16 MB take half a second, 32 MB two to three seconds, 64 MB fifteen, and at
 * 100 MB the engine considers the app dead.
 *
 * Servers that speak with the app over Node's IPC channel (9.0) have no such decoder.
 */
export const weights = {
  /**
   * Larger files are handled one by one, and without the engine if the sandbox can reach the workspace's own address.
   */
  heavy: 8 * MB,
  /** The largest file that the app gives to the engine. */
  mostByEngine: 32 * MB,
  /**
   * The largest file that the app requests from the engine. The sandbox reads slower than the engine: 32 MB end the app
   * on a busy machine.
   */
  mostIntoApp: 24 * MB,
  /** The limits over Node's IPC channel. WhatsApp accepts no larger file. */
  mostIntoAppByIpc: 100 * MB,
} as const;

/**
 * The errors by which engines of all versions and the server's bridges say that a call does not exist or has no
 * licence. Any other error may be temporary.
 */
const LACKING = /invalid accessor|invalid bridge request|method not found|not implemented|not a function|licen[cs]e/i;

/**
 * Makes a call that not every server has. A server that lacks it is asked again only after an hour, because it may be
 * updated meanwhile.
 *
 * In Deno accessors are proxies that take any name, and the answer is a rejection. In Node (8.8 and later) they are
 * objects of classes: a missing method throws at the call, before there is a promise. This function handles both.
 *
 * @param name the call's own name, under which it is remembered
 * @param without what the caller gets from a server that lacks the call
 * @throws what the call fails with otherwise
 */
export async function whereSupported<T, U>(
  { memory, logger }: Pick<Host, 'memory' | 'logger'>,
  name: string,
  call: () => Promise<T>,
  without: U,
): Promise<T | U> {
  if (memory.lacks.get(name)) {
    return without;
  }
  try {
    return await call();
  } catch (error) {
    if (!LACKING.test(error instanceof Error ? error.message : String(error))) {
      throw error;
    }
    memory.lacks.set(name, true);
    logger.debug(`This server has no ${name}:`, String(error));
    return without;
  }
}

/** Milliseconds. */
const PATIENCE = 5_000;

/**
 * Whether an address answers the sandbox's own request, whatever the answer is. It is also false when the host gives
 * apps no `fetch` or blocks it.
 */
export async function isReachable(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      // Closes the connection, so that no later request goes out on an old one.
      headers: { Connection: 'close' },
    });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
