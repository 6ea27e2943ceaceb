import type { Translate } from '../translation/Translate';
import type { MessageContent } from '../webhook/MessageContent';
import type { EchoAct } from '../webhook/WebhookEvent';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { describeContent } from './describeContent';
import { renderContent } from './renderContent';

/** What somebody of the business did in the WhatsApp app on a phone, in a line for the agents. */
export function renderEcho(act: EchoAct, t: Translate): string {
  if (act.type === 'revoke') return t('inbound:deletedOnPhone');
  if (act.type === 'reaction') {
    return act.emoji === null
      ? t('inbound:reactionRemovedOnPhone')
      : t('inbound:reactedOnPhone', { emoji: escapeMarkdown(act.emoji) });
  }
  return t(act.type === 'edit' ? 'inbound:editedOnPhone' : 'inbound:sentFromPhone', { text: say(act.content, t) });
}

/** A file is on the phone, and is named by its kind. */
function say(content: MessageContent, t: Translate): string {
  const { text, media } = renderContent(content, t);
  return media ? [describeContent(content, t), text].filter(Boolean).join(': ') : text;
}
