import type { Translate } from '../translator';
import { AppError } from './AppError';

/**
 * Says in plain words what happened and what to do next. Meta's code follows at the end for people who look it up; it
 * never stands alone. Any error that is not an `AppError` is a bug of this app. It is reported without its own text,
 * which may hold secrets.
 */
export function describeError(error: unknown, t: Translate): string {
  if (!(error instanceof AppError)) {
    return t('errors:bug');
  }
  const text = t(error.key, error.params);
  return error.code === undefined ? text : t('errors:withCode', { text, code: error.code });
}

/** A bound on chains of causes, in case an error is its own cause. */
const DEEPEST = 5;

/**
 * The message of an error together with those of its causes. Node's `fetch` and newer versions of Deno only say that
 * the request failed, and give the reason and its code as the cause. Older versions of Deno put the reason into the
 * message.
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

/**
 * Errors are recognised by their fields, because an error of the platform is not an instance of the app's `Error` when
 * each has its own realm.
 */
function textOf(error: unknown, name: string): string | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
