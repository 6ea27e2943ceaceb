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

/** The room of a conversation, and whether it was made just now. */
export interface OpenRoom {
  room: ILivechatRoom;
  isNew: boolean;
  /** As it is with this room: its visitor may be another one than before. */
  conversation: Conversation;
  /** For the first room of a visitor. */
  elsewhere?: Elsewhere;
  /** For a new room: the template that the customer may be answering, and the agent or department it asks for. */
  awaited?: readonly Awaited[];
  target?: Target;
}

/** The open room of a conversation as a caller knows it: nobody has looked, there is none, or this one is open. */
export type KnownRoom = 'not-looked-up' | 'none' | ILivechatRoom;

/** What a caller has found out just now, so that nobody asks again. */
interface Foreknowledge {
  openRoom: KnownRoom;
  /** The visitor of a customer who has just been registered is as the conversation says. */
  acquaintance: Acquaintance;
}

const nothingKnown: Foreknowledge = { openRoom: 'not-looked-up', acquaintance: 'known' };

/** The number of a conversation's visitors that may be blocked by rooms of somebody else. */
const MOST_TAKEN = 3;

/**
 * The open room of a customer with this number, made when there is none. Looked up for every message: a message into a
 * closed room would silently make a bare room without source and number (Rocket.Chat's livechat bridge). Two instances
 * that make it at the same moment make one.
 *
 * @throws what Rocket.Chat refuses with: no agent online, Omnichannel off, contact blocked, another app said no
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
  // Not by what this process remembers: another one may have sent the template.
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
 * From 8.3 on a visitor has one open room at most. Where it is not this conversation's, there are two cases: one that
 * Rocket.Chat made for a message of this conversation becomes its room; in any other one somebody else goes by this
 * visitor, and the conversation takes another one.
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

/** Puts on a room that Rocket.Chat made what we put on ours. It stands without our number's address in the lists of agents. */
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
 * Marks the contact of a new room as verified: WhatsApp itself has verified the phone. Servers before 7 have no contacts
 * and others have no licence for it; then nothing is lost.
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
  /** Rocket.Chat has not looked for the contact of their visitor yet. */
  isUnknown: boolean;
}

/**
 * The conversation of a customer who comes back, with their visitor as it is by now: an agent may have renamed it. One
 * that was deleted meanwhile is replaced, because Rocket.Chat makes no room for a visitor that it does not have. So is one
 * that this app did not make: earlier versions took over whoever had the customer's phone.
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

/** Where a customer is known besides this conversation: their contacts in Rocket.Chat may be several. */
interface Elsewhere {
  /** Digits of our other numbers that they have written to. */
  numbers: string[];
  /** How somebody is called who has the same phone in another channel. Whoever it is chose that name. */
  name?: string;
}

/** More numbers are not asked: each costs a round trip. */
const MOST_NUMBERS = 5;

/** Looks where else a new customer is known. Never throws: their message must not wait for it. */
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
