import type { Host } from '../../core/Host';
import { noteOn } from '../../core/records/entries';
import type { LinkEntry } from '../../core/records/Entry';
import { translatorOf } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { renderNotice } from '../../whatsapp/messages/renderNotice';
import type { ReactionEvent } from '../../whatsapp/webhook/WebhookEvent';
import type { News } from '../notices/News';
import { sayOrKeep } from '../notices/sayOrKeep';
import { quoteKnown } from './quotes';

/**
 * Tells the agents in a line about a customer's reaction, or about its removal, when Rocket.Chat cannot show it on the
 * message. The app then records that it told the reaction, so that its removal is told too.
 *
 * @param link of the message that it is to; absent where that is not known here
 */
export async function tellReaction(
  host: Host,
  conversation: Conversation,
  { event, link, news }: { event: ReactionEvent; link: LinkEntry | undefined; news: Omit<News, 'text'> },
): Promise<void> {
  const line = renderNotice(event, await translatorOf(host)) ?? '';
  await sayOrKeep(host, conversation, { ...news, text: line + (await quoteKnown(host, event.target)) });
  const { target: wamid, timestamp, emoji } = event;
  const told = { reaction: '', reactionTold: emoji ?? '', reactedAt: timestamp ?? undefined };
  await noteOn(host, { wamid, about: link?.about }, told);
}
