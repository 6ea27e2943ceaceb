import type { Translate } from '../translator';
import { AppError } from './AppError';

/**
 * Says in plain words what happened and what to do next. A code of Meta's is named at the end, for those who look it
 * up; it never stands alone. Anything that is not one of our errors is our bug, and is said so without its inner text,
 * which may hold what nobody should read.
 */
export function describeError(error: unknown, t: Translate): string {
  if (!(error instanceof AppError)) {
    return t('errors:bug');
  }
  const text = t(error.key, error.params);
  return error.code === undefined ? text : t('errors:withCode', { text, code: error.code });
}

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
    const text = textOf(current, 'message') ?? (typeof current === 'string' ? current : '');
    if (text !== '') {
      said.push(text);
    }
    const code = textOf(current, 'code');
    if (code !== undefined && !text.includes(code)) {
      said.push(code);
    }
    current = typeof current === 'object' ? Reflect.get(current, 'cause') : undefined;
  }
  return said.join(': ');
}

/** By its fields: an error of the platform is no `Error` of the app's where each has a realm of its own. */
function textOf(error: unknown, name: string): string | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
