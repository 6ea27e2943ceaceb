/** The runtime of the app: Deno up to Rocket.Chat 8.7, Node from 8.8 on. */
interface Sandbox {
  kind: 'deno' | 'node';
  /** `Node 22.22.3`, `Deno 1.43.5`; the name alone where no version is told. */
  name: string;
  /**
   * The engine's wire: msgpack, whose decoder takes time that grows with the square of the size, or Node's IPC channel
   * (Rocket.Chat 9.0), which carries large files.
   */
  wire: 'msgpack' | 'ipc';
}

/** Not in every Node, and not in the types of Node that this repository uses. */
declare const navigator: { userAgent: string } | undefined;

/** Deno names itself here in every version; Node does since 21. */
function agentVersion(): string | undefined {
  const agent = typeof navigator === 'undefined' ? '' : navigator.userAgent;
  return /^Deno\/(\S+)/.exec(agent)?.[1];
}

/**
 * Looks at what is there: Deno 1.43.5 (Rocket.Chat up to 8.3) has no global `process`, newer versions of Deno have one
 * that names Deno, and in Node it has the channel to the server where there is one.
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
 * Limits for files, in bytes. The engine reads an app's output in pieces of 64 kB and copies all earlier pieces with each one
 * (Apps-Engine 1.62, the decoder of its sandbox's messages). The time therefore grows with the square of the size, and
 * everybody else waits meanwhile: 16 MB take half a second, 32 MB two to three, 64 MB fifteen, and at 100 MB the engine takes
 * the app for dead.
 *
 * Servers that speak with the app over Node's IPC channel (9.0) have no such decoder.
 */
export const weights = {
  /** Larger files are handled one by one, and without the engine if the workspace's own address can be reached. */
  heavy: 8 * MB,
  /** The largest file that the app gives to the engine. */
  mostByEngine: 32 * MB,
  /** The largest file that the app requests from the engine, whose other side reads slower: 32 MB end the app on a busy machine. */
  mostIntoApp: 24 * MB,
  /** The same over Node's IPC channel. WhatsApp accepts no larger file. */
  mostIntoAppByIpc: 100 * MB,
} as const;
