/** `@std/cli/parse-args` as far as the sandbox needs it: `--name value` and `--flag`. */
export function parseArgs(args: string[]): Record<string, unknown> {
  const result: Record<string, unknown> = { _: [] };
  args.forEach((arg, index) => {
    if (!arg.startsWith('--')) return;
    const next = args[index + 1];
    const value = next === undefined || next.startsWith('--') ? true : next;
    result[arg.slice(2)] = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  });
  return result;
}
