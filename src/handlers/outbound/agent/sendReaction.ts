import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import * as v from 'valibot';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { findByKey } from '../../omnichannel/conversations/conversations';
import { findByAbout } from '../../core/records/entries';
import { emojiOfShortcode } from '../../whatsapp/emoji';
import { canSend, respectedOptOut } from '../canSend';
import { deliver } from '../delivery/deliver';
import { reportFailure } from '../failures/reportFailure';
import { windowOf } from '../windowOf';
import { findCustomerLink } from './findAnswered';

/** The reactions on a message of Rocket.Chat, by the emojis' names. */
const reactionsSchema = v.fallback(v.record(v.string(), v.object({ usernames: v.array(v.string()) })), {});

/** A reaction that somebody just added or removed. */
interface ReactionChange {
  /** The emoji's name, such as `:thumbsup:`. */
  reaction: string;
  /** Whether it was added; otherwise it was removed. */
  isReacted: boolean;
}

/**
 * Sends agents' reactions to a customer's message, in the order of the customer's queue. WhatsApp allows one reaction
 * of the business on a message, so the latest current one is sent, and nothing if the customer sees it already. A
 * failure is reported in the room.
 */
export async function sendReaction(
  host: Host,
  message: IMessage,
  room: WhatsappRoom,
  change: ReactionChange,
): Promise<void> {
  const at = Date.now();
  await host.memory.sendQueue.take(room, at, async () => {
    try {
      await send(host, message, room, { ...change, at });
    } catch (error) {
      const known = emojiOfShortcode(change.reaction.replaceAll(':', ''));
      const reacted = change.isReacted ? (known ?? change.reaction) : '';
      await reportFailure(host, { ...room, roomId: message.room.id, messageId: message.id, reacted }, error);
    }
  });
}

async function send(
  host: Host,
  message: IMessage,
  { number: digits, customer }: WhatsappRoom,
  change: ReactionChange & { at: number },
): Promise<void> {
  const { id: messageId = '' } = message;
  // Read again: somebody may have changed their reaction while this one waited.
  const current = await host.read.getMessageReader().getById(messageId);
  const { username } = await host.memory.appUser.get(host);
  const emoji = wantedReaction(current?.reactions, username, change);
  if (emoji === undefined) {
    const params = { emoji: change.reaction };
    throw new AppError({ kind: 'input', retry: 'no', key: 'errors:emojiUnknown', params });
  }
  const about = `reaction ${messageId}`;
  if ((await reactionSeen(host, about)) === emoji) {
    return;
  }
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = await findByKey(host, digits, customer);
  const optOut = await respectedOptOut(host, conversation);
  const window = await windowOf(host, conversation, { room: message.room, optOut });
  const refusal = canSend({ kind: 'reaction', number, optOut, window });
  if (refusal) {
    throw new AppError({ kind: 'refused', retry: 'no', key: refusal });
  }
  const wamid = (await findCustomerLink(host, message))?.wamid;
  if (!number || !conversation || !wamid) {
    throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:reactionTargetUnknown' });
  }
  const content = { type: 'reaction', reaction: { message_id: wamid, emoji } };
  const piece = { id: 'reaction', hasFile: false, content: () => Promise.resolve(content) };
  const where = { number, conversation, roomId: message.room.id, messageId } as const;
  const { at: queuedAt } = change;
  // Somebody may have reacted at the same moment on another instance, which sends that.
  const isOutdated = async () => {
    const now = await host.read.getMessageReader().getById(messageId);
    return lastReaction(now?.reactions, username, change) !== emoji;
  };
  await deliver(host, { ...where, reacted: emoji, about, piece, gate: 'reaction', queuedAt, isOutdated });
}

/** The reaction of the business that the customer sees, '' for none; undefined when it is uncertain. */
async function reactionSeen(host: Host, about: string): Promise<string | undefined> {
  const entries = await findByAbout(host, about);
  if (entries.some(({ kind }) => kind === 'outbox')) {
    return undefined;
  }
  const links = entries.filter((entry) => entry.kind === 'link' && entry.delivery !== 'failed');
  const last = links.at(-1);
  return (last?.kind === 'link' ? last.reacted : undefined) ?? '';
}

/**
 * Like `wantedReaction`, by the order in which the emojis were first added to the message. When somebody adds an emoji
 * that others gave before, its time is unknown.
 */
function lastReaction(reactions: unknown, own: string, change: ReactionChange): string | undefined {
  const { usernames = [] } = v.parse(reactionsSchema, reactions)[change.reaction] ?? {};
  const isNew = usernames.filter((name) => name !== own).length === 1;
  return wantedReaction(reactions, own, { ...change, isReacted: change.isReacted && !isNew });
}

/**
 * The reaction of the business that the customer should see. WhatsApp allows one for each side and message, and the
 * last one counts. If the last one was removed, another one that is still on the message counts.
 *
 * @param reactions on the message, by the emojis' names; those of the app's user are the customer's and do not count
 * @param own the user name of the app
 * @returns an emoji; '' for none; undefined for one that only this workspace knows
 */
export function wantedReaction(
  reactions: unknown,
  own: string,
  { reaction, isReacted }: ReactionChange,
): string | undefined {
  const names = Object.entries(v.parse(reactionsSchema, reactions))
    .filter(([, { usernames }]) => usernames.some((name) => name !== own))
    .map(([name]) => name);
  if (isReacted && names.includes(reaction)) {
    return emojiOf(reaction);
  }
  const emojis = names.map(emojiOf).filter((emoji) => emoji !== undefined);
  return emojis.at(-1) ?? '';
}

function emojiOf(name: string): string | undefined {
  return emojiOfShortcode(name.replaceAll(':', ''));
}
