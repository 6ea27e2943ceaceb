import connect from 'chrome-remote-interface';

/**
 * Bytes of JavaScript that a sandbox holds when its garbage has been collected, which a process's resident memory does
 * not tell: V8 takes memory as long as there is some, and gives it back when it likes.
 *
 * @param port where the sandbox lets a debugger in (`--inspect`)
 */
export async function readHeld(port: number): Promise<number> {
  // Deno has no list of its protocol to give out, so the one that the package brings is taken.
  const debug = await connect({ host: '127.0.0.1', port, local: true });
  try {
    await debug.HeapProfiler.enable();
    await debug.HeapProfiler.collectGarbage();
    return (await debug.Runtime.getHeapUsage()).usedSize;
  } finally {
    await debug.close();
  }
}
