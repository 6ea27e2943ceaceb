import type { Translate } from '../translation/Translate';
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
