import { isObject } from '../../json/isObject';
import type { CheckMessage } from '../CheckMessage';
import { checkText } from '../checks/checkText';
import { invalid } from '../checks/invalid';
import { missing } from '../checks/missing';
import { missingForType } from '../checks/missingForType';

const EMOJI = /^(\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3)/u;

/** `reaction: {message_id, emoji}`; an empty emoji takes the reaction away. */
export const reaction: CheckMessage = ({ reaction: value }) => {
  if (!isObject(value)) return missingForType('reaction');
  const refusal = checkText(value.message_id, "reaction['message_id']", { max: 1000 });
  if (refusal) return refusal;
  if (typeof value.emoji !== 'string') return missing("reaction['emoji']");
  return value.emoji === '' || EMOJI.test(value.emoji) ? undefined : invalid('Reaction must be a single emoji.');
};
