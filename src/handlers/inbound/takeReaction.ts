import type { Reaction } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import { emojiShortcode } from '../messages/emojiShortcode';
import { renderNotice } from '../messages/renderNotice';
import { meetCustomer } from '../omnichannel/meetCustomer';
import { findByWamid, replaceEntry } from '../records/entries';
import type { LinkEntry } from '../records/Entry';
import { settle } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import { sayInOpenRoom } from './sayInOpenRoom';
import { takeMessage } from './takeMessage';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/**
 * A customer's reaction stands on the very message, in the app's name because visitors cannot react, and goes when they
 * take it away. Where Rocket.Chat does not know the message or the emoji, a line says it in an open conversation. None is
 * opened for it, unless it is the first sign of a customer: they may answer to what was sent from elsewhere.
 */
export async function takeReaction(task: Task<'reaction'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const entries = await findByWamid(host, event.target);
    const link = entries.find((entry) => entry.kind === 'link');
    if (!link || !(await react(host, link, event.emoji))) {
      const { conversation, isNewVisitor } = await meetCustomer(host, number, event.customer);
      const notice = renderNotice(event, await translatorOf(host)) ?? '';
      const isFirstSign = isNewVisitor && event.emoji !== null;
      if (!(await sayInOpenRoom(host, conversation, notice)) && isFirstSign) {
        const content = { type: 'text', body: notice } as const;
        await takeMessage({ ...task, event: { ...event, kind: 'message', content } });
        return;
      }
    }
    const customer = link?.customer ?? event.customer.waId ?? event.customer.userId ?? '';
    await settle(host, inbox, event.wamid, { direction: 'in', number: number.digits, customer });
  });
}

/** @returns whether the message has the reaction now, or has it no more */
async function react(host: Host, link: LinkEntry, emoji: string | null): Promise<boolean> {
  const reaction = emoji === null ? undefined : emojiShortcode(emoji);
  if (!link.messageId || (emoji !== null && !reaction)) {
    return false;
  }
  const before = readReaction(link.reaction);
  try {
    const updater = host.modify.getUpdater().getMessageUpdater();
    const { id } = await host.memory.appUser.get(host);
    // WhatsApp has one reaction a person and message; a new one takes the place of the old one.
    if (before && before !== reaction) {
      await updater.removeReaction(link.messageId, id, before);
    }
    if (reaction && before !== reaction) {
      await updater.addReaction(link.messageId, id, reaction);
    }
  } catch (error) {
    // Older servers (Apps-Engine 1.53 for one) have no reactions for apps, and a message may be gone.
    host.logger.warn('A reaction could not be put on its message:', String(error));
    return false;
  }
  await replaceEntry(host, { ...link, reaction });
  return true;
}

function readReaction(stored: string | undefined): Reaction | undefined {
  return stored ? `:${stored.replaceAll(':', '')}:` : undefined;
}
