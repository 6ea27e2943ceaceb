import type { Host } from '../../core/Host';
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { isTooLong } from '../../omnichannel/postWhole';
import { renderEdit, renderRevoke } from '../../whatsapp/messages/renderEdit';
import type { EditEvent, RevokeEvent } from '../../whatsapp/webhook/WebhookEvent';
import type { News } from '../notices/sayOrKeep';
import { sayOrKeep } from '../notices/sayOrKeep';
import { findNamed } from './linkMessage';
import { quoteKnown } from './quotes';

/**
 * Changes the text of a customer's own message in their room, as the app's user. The text of a file is its caption. A
 * message of an agent or of another customer stays as it is, whatever the webhook names.
 *
 * @param change makes the new text from the current one
 * @returns whether the message was found and Rocket.Chat accepted the new text; it refuses one that is too long
 */
export async function changeMessage(
  host: Host,
  wamid: string,
  conversation: Conversation,
  change: (before: string) => string,
): Promise<boolean> {
  const { link } = await findNamed(host, wamid, conversation);
  const messageId = link?.direction === 'in' ? (link.captionId ?? link.messageId) : undefined;
  if (!messageId) {
    return false;
  }
  const appUser = await host.memory.appUser.get(host);
  const builder = await host.modify.getUpdater().message(messageId, appUser);
  builder.setText(change(builder.getText())).setEditor(appUser);
  try {
    await host.modify.getUpdater().finish(builder);
  } catch (error) {
    if (isTooLong(error)) {
      return false;
    }
    throw error;
  }
  return true;
}

/**
 * Tells the agents in a line, in the open conversation or in the next one, that a customer deleted a message which
 * Rocket.Chat cannot show so: it is not known here, or would be too long.
 */
export async function tellRevoked(
  host: Host,
  conversation: Conversation,
  { event, news }: { event: RevokeEvent; news: Omit<News, 'text'> },
): Promise<void> {
  const line = (await translatorOf(host))('messages:deletedEarlier');
  await sayOrKeep(host, conversation, { ...news, text: line + (await quoteKnown(host, event.target, conversation)) });
}

/** The text of a message after an edit or a deletion; made from '' if the message is unknown. */
export function changeOf(event: EditEvent | RevokeEvent, t: Translate): (before: string) => string {
  return event.kind === 'edit' ? (before) => renderEdit(event.content, before, t) : (before) => renderRevoke(before, t);
}
