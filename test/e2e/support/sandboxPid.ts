import { childrenOf } from './childrenOf';

/**
 * The process in which the app of a workbench runs: the Deno or Node that the server's own process has started.
 * @throws Error when there is none, or another one in its place already
 */
export function sandboxPid({ pid }: { pid: number }): number {
  const [sandbox, ...others] = childrenOf(pid).filter(({ command }) => command.includes(' --subprocess '));
  if (!sandbox || others.length > 0) throw new Error(`The process ${pid} has ${sandbox ? 'several' : 'no'} sandboxes`);
  return sandbox.pid;
}
