import { isObject } from '../../json/isObject';
import type { CheckMessage } from '../CheckMessage';
import { checkMedia } from '../checks/checkMedia';
import { missingForType } from '../checks/missingForType';

/** A message that is one media object, named like its type. */
export function media(type: 'image' | 'video' | 'audio' | 'document' | 'sticker'): CheckMessage {
  const allows = { caption: type !== 'audio' && type !== 'sticker' };
  return (message, context) =>
    isObject(message[type]) ? checkMedia(message[type], type, context, allows) : missingForType(type);
}
