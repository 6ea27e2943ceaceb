import { isRecord } from '../../state/pick';
import type { LintBlock } from './LintBlock';

/** Whether something has the form of a block or element. */
export function isBlock(value: unknown): value is LintBlock {
  return isRecord(value) && typeof value['type'] === 'string';
}
