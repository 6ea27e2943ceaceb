import connect from 'chrome-remote-interface';
import { readFileSync } from 'node:fs';
import { sandboxPid } from '../../../test/e2e/support/instances/processes';

/** Linux counts a process's time in hundredths of a second on every machine (USER_HZ). */
const MS_A_TICK = 10;

/** What a process has used so far. */
export interface Usage {
  /** Bytes in memory. */
  rss: number;
  /** The most that it ever had. */
  peak: number;
  /** Milliseconds of processor time, of all its threads. */
  cpuMs: number;
}

/** The resources that a process has used; zeros on systems that do not report them (all but Linux). */
export function readUsage(pid: number): Usage {
  try {
    // Fields after the name, which stands in brackets and may hold anything: 12 and 13 are its times, 22 its pages.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1_024;
    return { rss: bytes('VmRSS'), peak: bytes('VmHWM'), cpuMs: (Number(fields[11]) + Number(fields[12])) * MS_A_TICK };
  } catch {
    return { rss: 0, peak: 0, cpuMs: 0 };
  }
}

/** The process of a workbench's sandbox; 0 where it cannot be found, as on anything but Linux. */
export function readSandboxPid(workbenchPid: number): number {
  try {
    return sandboxPid({ pid: workbenchPid });
  } catch {
    return 0;
  }
}

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
