import { isObject } from '../../json/isObject';
import type { CheckMessage } from '../CheckMessage';
import { checkText } from '../checks/checkText';
import { wrongParam } from '../checks/wrongParam';
import { missingForType } from '../checks/missingForType';

/** `text: {body: 1..4096, preview_url?: boolean}` */
export const text: CheckMessage = ({ text: value }) => {
  if (!isObject(value)) return missingForType('text');
  if (value.preview_url !== undefined && typeof value.preview_url !== 'boolean') {
    return wrongParam("text['preview_url']", 'must be a boolean.');
  }
  return checkText(value.body, "text['body']", { max: 4096 });
};
