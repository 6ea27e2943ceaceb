import { isRecord, pickList } from '../../../state/pick';
import type { LintRule } from '../LintRule';

const UNREAD = ['confirm', 'optionGroups', 'maxSelectItems', 'minLength', 'maxLength'] as const;

/** ui-kit's types name properties that the released client passes over. */
export const propertyNotRead: LintRule = {
  id: 'property-not-read',
  check: ({ elements }) =>
    elements.flatMap(({ path, element }) => [
      ...UNREAD.filter((name) => element[name] !== undefined).map((name) => ({
        path,
        message: `The client does not read "${name}".`,
      })),
      ...(pickList(element, 'options').some((option) => isRecord(option) && option['description'] !== undefined)
        ? [{ path, message: 'The client does not read the "description" of options.' }]
        : []),
    ]),
};
