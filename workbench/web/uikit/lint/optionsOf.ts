import { pickList, pickText } from '../../state/pick';
import type { LintBlock } from './LintBlock';

/** The values of an element's options, in order. */
export function optionsOf(element: LintBlock): readonly string[] {
  return pickList(element, 'options').flatMap((option) => pickText(option, 'value') ?? []);
}
