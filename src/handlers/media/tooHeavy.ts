import { AppError } from '../errors/AppError';
import type { Translate } from '../translation/Translate';
import { showSize } from './showSize';
import { weights } from './weights';

/**
 * The error of a file that only comes past the engine, where that is not possible.
 *
 * @param size bytes
 * @param details what was said at the workspace's own address; without them nobody answers there
 */
export function tooHeavy(size: number, t: Translate, details?: string): AppError {
  const sizes = { size: showSize(size, t), limit: showSize(weights.mostByEngine, t) };
  const problem =
    details === undefined
      ? { key: 'media:tooHeavy', params: sizes }
      : { key: 'media:tooHeavyRefused', params: { ...sizes, details } };
  return new AppError({ kind: 'unreachable', retry: 'no', ...problem });
}
