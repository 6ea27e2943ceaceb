import type { InboundKind } from './InboundKind';
import { audio } from './kinds/audio';
import { button } from './kinds/button';
import { call } from './kinds/call';
import { contacts } from './kinds/contacts';
import { document } from './kinds/document';
import { echo } from './kinds/echo';
import { edit } from './kinds/edit';
import { ephemeral } from './kinds/ephemeral';
import { errors } from './kinds/errors';
import { flow } from './kinds/flow';
import { group } from './kinds/group';
import { identityChange } from './kinds/identityChange';
import { image } from './kinds/image';
import { interactive } from './kinds/interactive';
import { location } from './kinds/location';
import { mediaError } from './kinds/mediaError';
import { numberChange } from './kinds/numberChange';
import { order } from './kinds/order';
import { productQuestion } from './kinds/productQuestion';
import { reaction } from './kinds/reaction';
import { referral } from './kinds/referral';
import { reply } from './kinds/reply';
import { requestWelcome } from './kinds/requestWelcome';
import { revoke } from './kinds/revoke';
import { sticker } from './kinds/sticker';
import { text } from './kinds/text';
import { unknown } from './kinds/unknown';
import { unsupported } from './kinds/unsupported';
import { userIdChange } from './kinds/userIdChange';
import { video } from './kinds/video';
import { voice } from './kinds/voice';

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
