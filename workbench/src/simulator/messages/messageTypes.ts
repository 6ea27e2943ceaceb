import { checkTemplateMessage } from '../templates/send/checkTemplateMessage';
import type { CheckMessage } from './CheckMessage';
import { contacts } from './types/contacts';
import { interactive } from './types/interactive';
import { location } from './types/location';
import { media } from './types/media';
import { reaction } from './types/reaction';
import { text } from './types/text';

/** Types of messages that may be sent, each with its check. */
export const messageTypes: Record<string, CheckMessage> = {
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
