import type { MetaRefusal } from '../../errors/MetaRefusal';
import { isObject } from '../../json/isObject';
import type { JsonObject } from '../../json/JsonObject';
import type { CheckMessage } from '../CheckMessage';
import { checkEach } from '../checks/checkEach';
import { checkText } from '../checks/checkText';
import { invalid } from '../checks/invalid';
import { missing } from '../checks/missing';
import { missingForType } from '../checks/missingForType';
import { wrongParam } from '../checks/wrongParam';

const OTHER_NAME_PARTS = ['first_name', 'last_name', 'middle_name', 'suffix', 'prefix'];
const LISTS = ['phones', 'emails', 'addresses', 'urls'];
/** Meta's documents say 5 in one place and fewer than 257 in another; the simulator takes the generous one. */
const MOST = 257;

/** `contacts: [{name: {formatted_name, and one more part}, phones?, emails?, …}]` */
export const contacts: CheckMessage = ({ contacts: value }) => {
  if (!Array.isArray(value)) return missingForType('contacts');
  if (value.length === 0 || value.length > MOST) return invalid(`Contacts count must be between 1 and ${MOST}.`);
  return checkEach(value, (contact: unknown, index) => checkContact(contact, `contacts[${index}]`));
};

function checkContact(contact: unknown, path: string): MetaRefusal | undefined {
  if (!isObject(contact) || !isObject(contact.name)) return missing(`${path}['name']`);
  const refusal = checkText(contact.name.formatted_name, `${path}['name']['formatted_name']`, { max: 1000 });
  return refusal ?? checkNameParts(contact.name, path) ?? checkLists(contact, path);
}

function checkNameParts(name: JsonObject, path: string): MetaRefusal | undefined {
  const hasOther = OTHER_NAME_PARTS.some((part) => typeof name[part] === 'string' && name[part] !== '');
  if (hasOther) return undefined;
  return invalid(`${path}['name']: at least one name part is needed besides formatted_name.`);
}

function checkLists(contact: JsonObject, path: string): MetaRefusal | undefined {
  const wrong = LISTS.find((list) => contact[list] !== undefined && !Array.isArray(contact[list]));
  return wrong === undefined ? undefined : wrongParam(`${path}['${wrong}']`, 'must be an array.');
}
