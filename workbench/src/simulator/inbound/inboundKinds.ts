import type { InboundKind } from './InboundKind';
import { audio, document, image, mediaError, sticker, video, voice } from './mediaKinds';
import { button, callPermission, flow, interactive, reply } from './answerKinds';
import { call, echo, group, requestWelcome } from './otherEventKinds';
import { contacts, location, order, productQuestion, referral, text } from './contentKinds';
import { edit, reaction, revoke } from './messageChangeKinds';
import { ephemeral, errors, unknown, unsupported } from './unsupportedKinds';
import { identityChange, numberChange, userIdChange } from './customerChangeKinds';

/** What a customer can send, by the `type` of the request. Types that are not here go out as they are. */
export const inboundKinds: Record<string, InboundKind> = {
  text,
  image,
  video,
  audio,
  voice,
  document,
  sticker,
  location,
  contacts,
  reply,
  button,
  interactive,
  'call-permission': callPermission,
  flow,
  order,
  'product-question': productQuestion,
  referral,
  reaction,
  edit,
  revoke,
  'number-change': numberChange,
  'identity-change': identityChange,
  'user-id-change': userIdChange,
  unsupported,
  'media-error': mediaError,
  unknown,
  ephemeral,
  request_welcome: requestWelcome,
  group,
  call,
  echo,
  errors,
};
