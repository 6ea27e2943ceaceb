import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../core/Host';
import { makeOnce } from '../core/records/leases';
import { whereSupported } from '../core/sandbox';
import type { Awaited, Target } from './conversations/awaited';
import { findAwaited, targetOf } from './conversations/awaited';
import type { Conversation } from './conversations/conversations';
import { conversationKey, findConversation, saveConversation } from './conversations/conversations';
import type { OwnNumber } from './createRoom';
import { createTargetedRoom, TokenTakenError } from './createRoom';
import { findBareRoom, findOpenRoom } from './findOpenRoom';
import type { Acquaintance } from './meetCustomer';
import { hidePhone, isPhoneToBeShown, withPhoneShown } from './showPhone';
import { generationOf, registerVisitor } from './visitor';
import { whatsappRoomFields } from './whatsappRoom';

/** The room of a conversation, and whether it was just created. */
export interface OpenRoom {
  room: ILivechatRoom;
  isNew: boolean;
  /** The conversation of this room: its visitor may have changed. */
  conversation: Conversation;
  /** For the first room of a visitor. */
  elsewhere?: Elsewhere;
  /** For a new room: the template that the customer may be answering, and the requested agent or department. */
  awaited?: readonly Awaited[];
  target?: Target;
}

/** What the caller knows about the open room: not looked up, none, or this one. */
export type KnownRoom = 'not-looked-up' | 'none' | ILivechatRoom;

/** Facts that the caller has just read, so that they are not read again. */
interface Foreknowledge {
  openRoom: KnownRoom;
  /** The visitor was just registered, so it still matches the conversation. */
  acquaintance: Acquaintance;
}

const nothingKnown: Foreknowledge = { openRoom: 'not-looked-up', acquaintance: 'known' };

/** How many visitors of a conversation may be blocked by other people's rooms before the app gives up. */
const MOST_TAKEN = 3;

/**
 * The open room of a customer with this number, created if there is none. It is looked up for every message, because a
 * message into a closed room would silently create a bare room without source and number (Rocket.Chat's livechat
 * bridge). Two instances that create it at the same moment create one.
 *
 * @throws Rocket.Chat's refusal: no agent online, Omnichannel off, contact blocked, refused by another app
 */
export async function openRoom(
  host: Host,
  number: OwnNumber,
  conversation: Conversation,
  { openRoom: known, acquaintance }: Foreknowledge = nothingKnown,
): Promise<OpenRoom> {
  const room = known === 'not-looked-up' ? await findOpenRoom(host, conversation) : known;
  if (room && room !== 'none') {
    return { room, isNew: false, conversation };
  }
  // Not from this process's cache: another process may have sent the template.
  const awaited = acquaintance === 'new' ? [] : await findAwaited(host, conversation);
  const target = targetOf(awaited);
  const met = acquaintance === 'known' ? await meetAgain(host, conversation) : { conversation, isUnknown: true };
  return makeOnce(host, `open ${conversationKey(conversation.number, conversation.customer)}`, {
    find: () => foundRoom(host, met.conversation),
    make: async () => ({ ...(await makeRoom(host, number, met, target)), awaited, target }),
  });
}

async function foundRoom(host: Host, conversation: Conversation): Promise<OpenRoom | undefined> {
  const room = await findOpenRoom(host, conversation);
  return room && { room, isNew: false, conversation };
}

/**
 * From 8.3 on a visitor has at most one open room. If that is not this conversation's room, there are two cases. A room
 * that Rocket.Chat created for a message of this conversation becomes its room. Any other room shows that somebody else
 * uses this visitor, and the conversation gets another one.
 */
async function makeRoom(host: Host, number: OwnNumber, met: Return, target: Target | undefined): Promise<OpenRoom> {
  let current = met;
  for (let taken = 0; ; taken += 1) {
    try {
      return await makeOwnRoom(host, number, current, target);
    } catch (error) {
      if (!(error instanceof TokenTakenError) || taken === MOST_TAKEN) {
        throw error;
      }
    }
    const { conversation } = current;
    const room = (await foundRoom(host, conversation)) ?? (await adoptBareRoom(host, conversation));
    if (room) {
      return room;
    }
    const generation = await generationOf(host, conversation, conversation.visitor.token);
    current = { conversation: await replaceVisitor(host, conversation, (generation ?? 0) + 1), isUnknown: true };
  }
}

async function makeOwnRoom(
  host: Host,
  number: OwnNumber,
  { conversation, isUnknown }: Return,
  target: Target | undefined,
): Promise<OpenRoom> {
  const elsewhere = isUnknown ? await findElsewhere(host, conversation) : undefined;
  const create = () => createTargetedRoom(host, number, conversation, target);
  const room = isUnknown ? await withPhoneShown(host, conversation, create) : await create();
  await verifyContact(host, room, conversation);
  return { room, isNew: true, conversation, elsewhere };
}

/**
 * Gives a room that Rocket.Chat created the facts that the app gives its own rooms. Agents' lists show it without the
 * number's address.
 */
async function adoptBareRoom(host: Host, conversation: Conversation): Promise<OpenRoom | undefined> {
  const bare = await findBareRoom(host, conversation);
  if (!bare) {
    return undefined;
  }
  const { number, customer } = conversation;
  const updater = host.modify.getUpdater();
  const builder = await updater.room(bare.id, await host.memory.appUser.get(host));
  builder.setCustomFields(whatsappRoomFields({ number, customer }) ?? {});
  await updater.finish(builder);
  return { room: bare, isNew: true, conversation };
}

/**
 * Marks the contact of a new room as verified: WhatsApp itself has verified the phone. Servers before 7 have no
 * contacts, and others have no licence for it; then nothing is done.
 */
export async function verifyContact(host: Host, room: ILivechatRoom, { waId, visitor }: Conversation): Promise<void> {
  const contactId = room.contact?._id;
  if (!contactId || !waId || !(await host.memory.settings.get('verifyContacts'))) {
    return;
  }
  const facts = { contactId, field: 'phone', value: `+${waId}`, visitorId: visitor.id, roomId: room.id } as const;
  const ask = () => host.modify.getCreator().getContactCreator().verifyContact(facts);
  try {
    await whereSupported(host, 'verifyContact', ask, undefined);
  } catch (error) {
    host.logger.warn('A contact could not be verified; the next conversation tries again:', String(error));
  }
}

/** A customer who comes back. */
interface Return {
  conversation: Conversation;
  /** Whether Rocket.Chat has not searched for the contact of their visitor yet. */
  isUnknown: boolean;
}

/**
 * The conversation of a returning customer with their current visitor, whom an agent may have renamed. A deleted
 * visitor is replaced, because Rocket.Chat creates no room for an unknown visitor. A visitor that this app did not
 * create is replaced too: earlier versions adopted any visitor with the customer's phone.
 */
async function meetAgain(host: Host, conversation: Conversation): Promise<Return> {
  const { token } = conversation.visitor;
  const generation = await generationOf(host, conversation, token);
  if (generation === undefined) {
    return { conversation: await replaceVisitor(host, conversation, 0), isUnknown: true };
  }
  const stored = await host.read.getLivechatReader().getLivechatVisitorByToken(token);
  if (!stored) {
    return { conversation: await replaceVisitor(host, conversation, generation + 1), isUnknown: true };
  }
  const isUnknown = await isPhoneToBeShown(host, conversation, stored.phone ?? []);
  if (!isUnknown) {
    await hidePhone(host, conversation, stored.phone ?? []);
  }
  return { conversation: { ...conversation, visitor: { ...conversation.visitor, name: stored.name } }, isUnknown };
}

/** The same conversation with another visitor of its own, which no room has yet. */
async function replaceVisitor(host: Host, conversation: Conversation, generation: number): Promise<Conversation> {
  const { waId, userId, profileName: name } = conversation;
  const visitor = await registerVisitor(host, conversation, { waId, userId, name }, generation);
  const replaced = { ...conversation, visitor };
  await saveConversation(host, replaced);
  return replaced;
}

/** Where a customer is known outside this conversation, because they may have several contacts in Rocket.Chat. */
interface Elsewhere {
  /** Digits of our other numbers that they have written to. */
  numbers: string[];
  /** The name of a visitor with the same phone in another channel. That person chose it. */
  name?: string;
}

/** At most this many other numbers are checked, because each costs a round trip. */
const MOST_NUMBERS = 5;

/** Finds out where else a new customer is known. Never throws: their message must not wait for it. */
async function findElsewhere(host: Host, conversation: Conversation): Promise<Elsewhere> {
  const { number, waId, userId } = conversation;
  try {
    const ids = [waId, userId].filter((id) => id !== undefined);
    const others = (await host.memory.numbers.get(host)).filter(({ digits }) => digits !== number);
    const numbers: string[] = [];
    for (const { digits } of others.slice(0, MOST_NUMBERS)) {
      if (await findConversation(host, digits, ids)) {
        numbers.push(digits);
      }
    }
    const named = waId && (await host.read.getLivechatReader().getLivechatVisitorByPhoneNumber(`+${waId}`));
    const isOther = named && named.token !== conversation.visitor.token;
    return { numbers, ...(isOther ? { name: named.name || named.username } : {}) };
  } catch (error) {
    host.logger.warn('Rocket.Chat did not tell where else a customer is known:', String(error));
    return { numbers: [] };
  }
}
