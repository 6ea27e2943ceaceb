import { readFileSync } from 'node:fs';

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

/** What a process has used; zeros where the system does not tell (anything but Linux). */
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
