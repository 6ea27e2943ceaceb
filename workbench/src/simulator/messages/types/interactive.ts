import { isObject } from '../../json/isObject';
import type { CheckMessage } from '../CheckMessage';
import { checkCommonParts } from '../interactive/checkCommonParts';
import { interactiveTypes } from '../interactive/interactiveTypes';
import { missing } from '../checks/missing';
import { missingForType } from '../checks/missingForType';
import { wrongParam } from '../checks/wrongParam';
import { entryOf } from '../../json/entryOf';

/** `interactive: {type, header?, body, footer?, action}`; the inner type is not case-sensitive. */
export const interactive: CheckMessage = ({ interactive: value }, context) => {
  if (!isObject(value)) return missingForType('interactive');
  if (typeof value.type !== 'string') return missing("interactive['type']");
  const rules = entryOf(interactiveTypes, value.type.toLowerCase());
  if (!rules) {
    const names = Object.keys(interactiveTypes).map((name) => name.toUpperCase());
    return wrongParam("interactive['type']", `must be one of {${names.join(', ')}} - got "${value.type}".`);
  }
  if (!isObject(value.action)) return missing("interactive['action']");
  return checkCommonParts(value, rules, context) ?? rules.check(value.action, value);
};
