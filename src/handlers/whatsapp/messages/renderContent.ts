import type { Translate } from '../../core/translator';
import type { MessageContent } from '../webhook/MessageContent';
import { renderContacts, renderLocation } from './renderCards';
import type { RenderedMessage, Renderer } from './RenderedMessage';
import {
  renderButton,
  renderCallPermission,
  renderFlow,
  renderMedia,
  renderOption,
  renderSystem,
  renderText,
  renderUnsupported,
} from './renderSimpleContent';
import { renderOrder, renderPayment, renderProduct } from './renderShop';

type Type = MessageContent['type'];

/** The renderer of each type of content. The compiler requires every type. */
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

/** Renders the content of a message alone, in readable form. */
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
