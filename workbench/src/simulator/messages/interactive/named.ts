import { isObject } from '../../json/isObject';
import { missing } from '../checks/missing';
import { checkName } from './checkName';
import type { InteractiveRules } from './InteractiveRules';

/** Types of which no more is checked than the action's name and that it has parameters: payments and calling. */
export function named(name: string, needsParameters: boolean): InteractiveRules {
  return {
    headers: ['text', 'image', 'video', 'document'],
    body: 'optional',
    check: (action) =>
      checkName(action, name) ??
      (needsParameters && !isObject(action.parameters) ? missing("interactive['action']['parameters']") : undefined),
  };
}
