/** No error is the cause of itself that often. */
const DEEPEST = 5;

/**
 * What an error says, with what it says of its causes. Node's `fetch` says only that it failed: the reason, with its code,
 * is the cause. The same in newer versions of Deno; older ones put it into the message.
 */
export function reasonOf(error: unknown): string {
  const said: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < DEEPEST && current !== undefined && current !== null; depth += 1) {
    const text = current instanceof Error ? current.message : typeof current === 'string' ? current : '';
    if (text !== '') {
      said.push(text);
    }
    const code: unknown = current instanceof Error ? Reflect.get(current, 'code') : undefined;
    if (typeof code === 'string' && !text.includes(code)) {
      said.push(code);
    }
    current = current instanceof Error ? current.cause : undefined;
  }
  return said.join(': ');
}
