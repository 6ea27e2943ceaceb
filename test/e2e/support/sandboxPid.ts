import { execFileSync } from 'node:child_process';
import type { TestWorkbench } from './TestWorkbench';

/** The process in which the app of a workbench runs: Deno, a child of the server's own process. */
export function sandboxPid({ pid }: Pick<TestWorkbench, 'pid'>): number {
  const processes = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const children = processes.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line));
  const sandbox = children.find((line) => line?.[2] === String(pid) && line[3]?.includes('deno'));
  if (!sandbox?.[1]) throw new Error(`The process ${pid} has no sandbox`);
  return Number(sandbox[1]);
}
