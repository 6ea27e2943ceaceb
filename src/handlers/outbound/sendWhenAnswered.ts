import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { drawingOf } from '../../blocks/elements';
import { keptBeforeCard } from '../../blocks/windowCards';
import type { Host } from '../core/Host';
import { findOpenRoom } from '../omnichannel/findOpenRoom';
import { openDirectRoom } from '../omnichannel/notifyUser';
import { postAsApp } from '../omnichannel/postAsApp';
import { findByKey, rememberKeeping } from '../omnichannel/conversations/conversations';
import type { KeptMessage } from '../omnichannel/conversations/keptMessages';
import { findKept, findKeptMessage, removeKept, replaceKept } from '../omnichannel/conversations/keptMessages';
import { findByAbout } from '../core/records/entries';
import { showDay } from '../core/showTime';
import { translatorOf } from '../core/translator';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { formatPhone, showCustomer } from '../whatsapp/phoneNumbers';
import { excerptOf } from './pieces/textOfMessage';
import { postNotice } from './postNotice';
import type { SendOutcome } from './agent/sendAgentMessage';
import { sendAgentMessage } from './agent/sendAgentMessage';
import { takeUpAgain, withdrawCard } from './failures/resend';
import { ACCEPTED } from './statuses/advanceDelivery';
import { hasAnswered } from './windowOf';

/** The result of sending a kept message now. */
export type KeptOutcome = 'done' | 'gone' | 'at-work';

/**
 * Sends the kept messages for a customer who has just written, in the order in which they were written. Messages of an
 * earlier conversation are not sent silently: the agents of the newer one are asked. Without an open conversation
 * everything keeps waiting. Never throws: a job tries the rest again.
 */
export async function sendKept(host: Host, of: { number: string; customer: string }): Promise<void> {
  await host.memory.locks.run(`kept ${of.number} ${of.customer}`, async () => {
    try {
      await sendAll(host, of);
    } catch (error) {
      host.logger.error("Messages that wait for a customer's answer could not be sent yet:", String(error));
    }
  });
}

/** Checks whether customers with kept messages have written, on any instance. Never throws. */
export async function sendKeptOfAll(host: Host): Promise<void> {
  const customers = new Map<string, KeptMessage>();
  for (const kept of await findKept(host)) {
    const key = `${kept.number} ${kept.customer}`;
    customers.set(key, customers.get(key) ?? kept);
  }
  for (const { number, customer, since } of customers.values()) {
    try {
      const conversation = await findByKey(host, number, customer);
      if (conversation && (await hasAnswered(host, conversation, since))) {
        await sendKept(host, { number, customer });
      }
    } catch (error) {
      host.logger.error('It is unknown whether the customer of a waiting message has answered:', String(error));
    }
  }
}

async function sendAll(host: Host, of: { number: string; customer: string }): Promise<void> {
  const conversation = await findByKey(host, of.number, of.customer);
  const room = conversation && (await findOpenRoom(host, conversation));
  if (!room) {
    return;
  }
  const waiting = await findKept(host, of);
  for (const kept of waiting) {
    if (kept.roomId !== room.id) {
      await askAgents(host, kept, room);
    } else if ((await sendKeptMessage(host, kept, room)) === 'at-work') {
      // Another instance sends it and continues with the next ones, which keeps their order.
      return;
    }
  }
  rememberKeeping(
    host,
    conversation,
    waiting.some(({ roomId }) => roomId !== room.id),
  );
}

/**
 * Sends one kept message, and says so in the room. It stays on the list until it has records of its own. After a crash
 * before that, the next check of the list sends it; after a later crash, the records show what is left.
 *
 * @param room the conversation in which it is sent now
 */
export async function sendKeptMessage(host: Host, kept: KeptMessage, room: IRoom): Promise<KeptOutcome> {
  const { messageId, number, customer, cardId, taken } = kept;
  const message = await host.read.getMessageReader().getById(messageId);
  if (!message) {
    await removeKept(host, messageId);
    await withdrawCard(host, cardId);
    await say(host, room, 'delivery:keptDeleted');
    return 'gone';
  }
  const end = await takeUpAgain(host, { number, customer }, message);
  if (!end) {
    return 'at-work';
  }
  const isThere = await findKeptMessage(host, messageId);
  if (!isThere || (await hasBegun(host, kept))) {
    await removeKept(host, messageId);
    await withdrawCard(host, cardId);
    await end();
    return 'gone';
  }
  const outcome = await sendAgentMessage(host, message, { number, customer }, { taken, tellIn: room });
  await removeKept(host, messageId);
  await withdrawCard(host, cardId);
  const key = says[outcome];
  if (key !== undefined) {
    await say(host, room, key, excerptOf(message.text ?? '', message));
  }
  await end();
  return 'done';
}

/** Whether it was sent since it was kept, but not removed from the list, as after a crash. */
async function hasBegun(host: Host, { messageId, keptAt = Infinity }: KeptMessage): Promise<boolean> {
  return (await findByAbout(host, messageId)).some((entry) => {
    if (entry.kind === 'link') {
      return (entry.reached?.[ACCEPTED] ?? 0) > keptAt;
    }
    const isOnItsWay = entry.kind === 'outbox' && (entry.piece !== undefined || entry.queue !== undefined);
    return (isOnItsWay || entry.kind === 'refusal') && entry.at > keptAt;
  });
}

/** The sentence for each result. A failure has a card, and the queue reports a message that is sent later. */
const says: Partial<Record<SendOutcome, string>> = {
  sent: 'delivery:keptSent',
  'nothing-left': 'delivery:keptSentBefore',
};

/** Handles a message that was deleted in Rocket.Chat: a kept message is cancelled, and its card is removed. */
export async function forgetDeleted(host: Host, { id: messageId = '' }: IMessage): Promise<void> {
  const kept = await findKeptMessage(host, messageId);
  if (kept) {
    await removeKept(host, messageId);
    await withdrawCard(host, kept.cardId);
  }
}

async function say(host: Host, room: IRoom, key: string, excerpt = ''): Promise<void> {
  const t = await translatorOf(host);
  await postNotice(host, room, { text: t(key, { excerpt }) });
}

/** The question is asked once in each conversation; the card in the earlier one is removed. */
async function askAgents(host: Host, kept: KeptMessage, room: IRoom): Promise<void> {
  if (kept.askedIn === room.id) {
    return;
  }
  const t = await translatorOf(host);
  const message = await host.read.getMessageReader().getById(kept.messageId);
  if (!message) {
    await removeKept(host, kept.messageId);
    return;
  }
  const card = keptBeforeCard(drawingOf({ host, t }), {
    messageId: kept.messageId,
    excerpt: excerptOf(message.text ?? '', message),
    by: nameOf(message.sender),
    day: showDay(kept.writtenAt, t),
  });
  const cardId = await postNotice(host, room, card);
  await replaceKept(host, { ...kept, cardId, askedIn: room.id });
  await withdrawCard(host, kept.cardId);
}

/** The name of a user in a text. */
export function nameOf({ name, username }: IMessage['sender']): string {
  return escapeMarkdown(name || username);
}

/**
 * Handles a closed conversation: the people who chose to keep messages are told that those are no longer sent by
 * themselves. Nobody reads a closed conversation, so they get direct messages.
 */
export async function tellOfClosing(host: Host, room: IRoom, of: { number: string; customer: string }): Promise<void> {
  if (!(await findByKey(host, of.number, of.customer))?.keeping) {
    return;
  }
  const t = await translatorOf(host);
  for (const kept of (await findKept(host, of)).filter(({ roomId }) => roomId === room.id)) {
    const user = await host.read.getUserReader().getById(kept.by);
    const message = await host.read.getMessageReader().getById(kept.messageId);
    if (message) {
      const params = {
        excerpt: excerptOf(message.text ?? '', message),
        customer: showCustomer(of.customer),
        number: formatPhone(of.number),
      };
      await postAsApp(host, await openDirectRoom(host, user), { text: t('delivery:keptClosed', params) });
    }
  }
}
