import type { Translate } from '../translation/Translate';
import type { MessageContent } from '../webhook/MessageContent';
import type { RenderedMessage } from './RenderedMessage';
import type { Renderer } from './Renderer';
import { renderButton } from './renderButton';
import { renderCallPermission } from './renderCallPermission';
import { renderContacts } from './renderContacts';
import { renderFlow } from './renderFlow';
import { renderLocation } from './renderLocation';
import { renderMedia } from './renderMedia';
import { renderOption } from './renderOption';
import { renderOrder } from './renderOrder';
import { renderPayment } from './renderPayment';
import { renderProduct } from './renderProduct';
import { renderSystem } from './renderSystem';
import { renderText } from './renderText';
import { renderUnsupported } from './renderUnsupported';

type Type = MessageContent['type'];

/** Type of a content → how it is written. The compiler asks for every one. */
const renderers: { [Each in Type]: Renderer<Each> } = {
  text: renderText,
  image: renderMedia,
  video: renderMedia,
  audio: renderMedia,
  document: renderMedia,
  sticker: renderMedia,
  location: renderLocation,
  contacts: renderContacts,
  button: renderButton,
  option: renderOption,
  flow: renderFlow,
  order: renderOrder,
  product: renderProduct,
  'call-permission': renderCallPermission,
  payment: renderPayment,
  system: renderSystem,
  'welcome-request': (_content, t) => ({ text: t('messages:openedChat') }),
  unsupported: renderUnsupported,
};

/** The content of a message, by itself, as a person reads it. */
export function renderContent(content: MessageContent, t: Translate): RenderedMessage {
  return renderAs(content.type, content, t);
}

function renderAs<Each extends Type>(
  type: Each,
  content: Parameters<Renderer<Each>>[0],
  t: Translate,
): RenderedMessage {
  const render: Renderer<Each> = renderers[type];
  return render(content, t);
}
