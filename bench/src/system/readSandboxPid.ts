import { readdirSync, readFileSync } from 'node:fs';

/** The process of the sandbox: the `deno` that a workbench has started; 0 where it cannot be found. */
export function readSandboxPid(workbenchPid: number): number {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return Number(pids.find((pid) => isSandboxOf(workbenchPid, pid)) ?? 0);
  } catch {
    return 0;
  }
}

function isSandboxOf(workbenchPid: number, pid: string): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return Number(parent) === workbenchPid && stat.includes('(deno)');
  } catch {
    // It has ended meanwhile.
    return false;
  }
}
