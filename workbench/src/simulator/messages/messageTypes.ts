import type { MetaRefusal } from '../errors/metaError';
import type { JsonObject } from '../json';
import { entryOf, isObject } from '../json';
import { checkTemplateMessage } from '../templates/send/checkTemplateMessage';
import { checkMedia } from './checkMedia';
import { checkEach, checkText, firstRefusal, invalid, missing, missingForType, wrongParam } from './checks';
import { interactive } from './interactive/checkInteractive';
import type { CheckMessage, SendContext } from './SendContext';
import { typeOf } from './SendContext';

/** `text: {body: 1..4096, preview_url?: boolean}` */
const text: CheckMessage = ({ text: value }) => {
  if (!isObject(value)) return missingForType('text');
  if (value.preview_url !== undefined && typeof value.preview_url !== 'boolean') {
    return wrongParam("text['preview_url']", 'must be a boolean.');
  }
  return checkText(value.body, "text['body']", { max: 4096 });
};

/** A message that is one media object, named like its type. */
function media(type: 'image' | 'video' | 'audio' | 'document' | 'sticker'): CheckMessage {
  const allows = { caption: type !== 'audio' && type !== 'sticker' };
  return (message, context) =>
    isObject(message[type]) ? checkMedia(message[type], type, context, allows) : missingForType(type);
}

/** `location: {latitude, longitude, name?, address?}`; numbers, also written as text. */
const location: CheckMessage = ({ location: value }) => {
  if (!isObject(value)) return missingForType('location');
  return firstRefusal(
    () => checkDegrees(value.latitude, "location['latitude']", 90),
    () => checkDegrees(value.longitude, "location['longitude']", 180),
    () => checkText(value.name, "location['name']", { max: 1000, optional: true }),
    () => checkText(value.address, "location['address']", { max: 1000, optional: true }),
  );
};

function checkDegrees(value: unknown, path: string, max: number): MetaRefusal | undefined {
  if (value === undefined || value === null || value === '') return missing(path);
  const degrees = typeof value === 'string' ? Number(value) : value;
  const isFine = typeof degrees === 'number' && Math.abs(degrees) <= max;
  return isFine ? undefined : wrongParam(path, `must be a number between -${max} and ${max}.`);
}

const OTHER_NAME_PARTS = ['first_name', 'last_name', 'middle_name', 'suffix', 'prefix'];
const LISTS = ['phones', 'emails', 'addresses', 'urls'];
/** Meta's documents say 5 in one place and fewer than 257 in another; the simulator takes the generous one. */
const MOST = 257;

/** `contacts: [{name: {formatted_name, and one more part}, phones?, emails?, …}]` */
const contacts: CheckMessage = ({ contacts: value }) => {
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

const EMOJI = /^(\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3)/u;

/** `reaction: {message_id, emoji}`; an empty emoji takes the reaction away. */
const reaction: CheckMessage = ({ reaction: value }) => {
  if (!isObject(value)) return missingForType('reaction');
  const refusal = checkText(value.message_id, "reaction['message_id']", { max: 1000 });
  if (refusal) return refusal;
  if (typeof value.emoji !== 'string') return missing("reaction['emoji']");
  return value.emoji === '' || EMOJI.test(value.emoji) ? undefined : invalid('Reaction must be a single emoji.');
};

/** Types of messages that may be sent, each with its check. */
const messageTypes: Record<string, CheckMessage> = {
  audio: media('audio'),
  contacts,
  document: media('document'),
  image: media('image'),
  interactive,
  location,
  reaction,
  sticker: media('sticker'),
  template: checkTemplateMessage,
  text,
  video: media('video'),
};

/** Types that come in but cannot be sent. */
const ONLY_INCOMING = new Set(['button', 'system', 'order', 'unsupported', 'edit', 'revoke', 'ephemeral', 'voice']);

/** The object that the message's type names. */
export function checkType(message: JsonObject, context: SendContext): MetaRefusal | undefined {
  const type = typeOf(message);
  const check = entryOf(messageTypes, type);
  if (check) return check(message, context);
  if (ONLY_INCOMING.has(type)) return { code: 131051 };
  const names = Object.keys(messageTypes).map((name) => name.toUpperCase());
  return wrongParam('type', `must be one of {${names.join(', ')}} - got "${String(message.type)}".`);
}
