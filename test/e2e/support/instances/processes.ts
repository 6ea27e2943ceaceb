import { readdirSync, readFileSync } from 'node:fs';

/** The processes that a process has started and that still run; looked up in /proc, so on Linux alone. */
export function childrenOf(pid: number): { pid: number; command: string }[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all
    .filter((child) => parentOf(child) === pid)
    .map((child) => ({ pid: Number(child), command: commandOf(child) }));
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** Empty for one that has ended meanwhile. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/**
 * The process in which the app of a workbench runs: the Deno or Node that the server's own process has started.
 * @throws Error when there is none, or another one in its place already
 */
export function sandboxPid({ pid }: { pid: number }): number {
  const [sandbox, ...others] = childrenOf(pid).filter(({ command }) => command.includes(' --subprocess '));
  if (!sandbox || others.length > 0) throw new Error(`The process ${pid} has ${sandbox ? 'several' : 'no'} sandboxes`);
  return sandbox.pid;
}
