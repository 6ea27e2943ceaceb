import type { Reaction } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../core/Host';
import { noteOn } from '../../core/records/entries';
import type { LinkEntry } from '../../core/records/Entry';
import { translatorOf } from '../../core/translator';
import { forgetReactionsRefused, noteReactionsRefused } from '../../numbers/reactionsRefused';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { shortcodeOfEmoji } from '../../whatsapp/emoji';
import { renderNotice } from '../../whatsapp/messages/renderNotice';
import type { ReactionEvent } from '../../whatsapp/webhook/WebhookEvent';
import type { News } from '../notices/sayOrKeep';
import { sayOrKeep } from '../notices/sayOrKeep';
import type { NamedMessage } from './linkMessage';
import { quoteKnown } from './quotes';

/**
 * Adds a customer's reaction to a message, or removes it. The app's user does it, because visitors cannot react.
 *
 * @param reaction its emoji is null when it is removed
 * @returns whether the message shows the reaction completely; otherwise, as for an emoji without a name in Rocket.Chat,
 * a line must tell it (`tellReaction`), and later its removal too
 */
export async function reactOn(
  host: Host,
  link: LinkEntry,
  { emoji, timestamp }: Pick<ReactionEvent, 'emoji' | 'timestamp'>,
): Promise<boolean> {
  const reaction = emoji === null ? undefined : shortcodeOfEmoji(emoji);
  if (!link.messageId) {
    return false;
  }
  const before = readReaction(link.reaction);
  try {
    const updater = host.modify.getUpdater().getMessageUpdater();
    const { id } = await host.memory.appUser.get(host);
    // WhatsApp allows one reaction for each person and message; a new one replaces the old one.
    if (before && before !== reaction) {
      await updater.removeReaction(link.messageId, id, before);
    }
    if (reaction && before !== reaction) {
      await updater.addReaction(link.messageId, id, reaction);
    }
  } catch (error) {
    // Older servers (Apps-Engine 1.53 for one) have no reactions for apps, and a message may be gone.
    host.logger.warn('A reaction could not be put on its message:', String(error));
    if (/not.authorized/i.test(String(error))) {
      await noteReactionsRefused(host);
    }
    return false;
  }
  if (before !== reaction) {
    await forgetReactionsRefused(host);
  }
  if ((emoji !== null && !reaction) || (emoji === null && link.reactionTold !== undefined)) {
    return false;
  }
  await noteOn(host, link, { reaction: reaction ?? '', reactionTold: '', reactedAt: timestamp ?? undefined });
  return true;
}

function readReaction(stored: string | undefined): Reaction | undefined {
  return stored ? `:${stored.replaceAll(':', '')}:` : undefined;
}

/**
 * Tells the agents in a line about a customer's reaction, or about its removal, when Rocket.Chat cannot show it on the
 * message. The app then records that it told the reaction, so that its removal is told too.
 *
 * @param named the message with the reaction; its link is absent when it is not known here
 */
export async function tellReaction(
  host: Host,
  conversation: Conversation,
  { event, named, news }: { event: ReactionEvent; named: NamedMessage; news: Omit<News, 'text'> },
): Promise<void> {
  const line = renderNotice(event, await translatorOf(host)) ?? '';
  await sayOrKeep(host, conversation, { ...news, text: line + (await quoteKnown(host, event.target, conversation)) });
  if (named.isOfOthers) {
    return;
  }
  const { target: wamid, timestamp, emoji } = event;
  const told = { reaction: '', reactionTold: emoji ?? '', reactedAt: timestamp ?? undefined };
  await noteOn(host, { wamid, about: named.link?.about }, told);
}
