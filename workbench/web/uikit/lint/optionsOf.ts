import { pickList } from '../../state/pickList';
import { pickText } from '../../state/pickText';
import type { LintBlock } from './LintBlock';

/** The values of an element's options, in order. */
export function optionsOf(element: LintBlock): readonly string[] {
  return pickList(element, 'options').flatMap((option) => pickText(option, 'value') ?? []);
}
