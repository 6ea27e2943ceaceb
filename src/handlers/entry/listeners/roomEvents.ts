import type { ILivechatEventContext, ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { moveBareRoom } from '../../inbound/repair/moveBareRoom';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { findByKey } from '../../omnichannel/conversations/conversations';
import { forgetOpenRoom } from '../../omnichannel/findOpenRoom';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { isBot } from '../../outbound/agent/messageOrigin';
import { canSend, respectedOptOut } from '../../outbound/canSend';
import { sendAutomaticText } from '../../outbound/sendAutomaticText';
import { tellOfClosing } from '../../outbound/sendWhenAnswered';
import { noteServedBy } from '../../outbound/statuses/deliveryLine';
import { markAsTaken, showTyping } from '../../outbound/statuses/readReceipts';
import { windowOf } from '../../outbound/windowOf';

/**
 * A conversation began. If it belongs to this app and has no number, Rocket.Chat created it by itself, and the app
 * repairs it.
 */
export async function roomStarted(host: Host, room: ILivechatRoom): Promise<void> {
  const made = room.source?.type === 'app' && room.source.id === host.app.id;
  if (made && !readWhatsappRoom(room, host.app.id)) {
    await moveBareRoom(host, room);
  }
}

/** An agent got or took a conversation and is now responsible for its earlier messages. */
export async function agentAssigned(host: Host, { room, agent }: ILivechatEventContext): Promise<void> {
  const chat = readWhatsappRoom(room, host.app.id);
  if (!chat) {
    return;
  }
  noteServedBy(host, room.id, agent);
  if (isBot(agent)) {
    showTyping(host, chat);
  } else {
    await markAsTaken(host, chat);
  }
}

/**
 * A conversation was closed. If a person closed it, the customer gets the number's closing text, if it may be sent.
 * Apps and bots close rooms too, and so does Rocket.Chat itself after a long silence. Rocket.Chat reports every closed
 * room of the workspace, including those of other apps.
 */
export async function roomClosed(host: Host, room: ILivechatRoom): Promise<void> {
  const ours = readWhatsappRoom(room, host.app.id);
  if (!ours) {
    return;
  }
  const number = (await host.memory.numbers.get(host)).find(({ digits }) => digits === ours.number);
  if (!number) {
    const last = ours.number.slice(-4);
    host.logger.warn(`A conversation of …${last} ended without a closing text: the number is not connected any more.`);
  }
  const text = (await isByPerson(host, room)) ? number?.finishedMessage : undefined;
  const conversation = text && (await findByKey(host, ours.number, ours.customer));
  if (number && text && conversation && (await maySayGoodbye(host, room, number, conversation))) {
    await sendAutomaticText(host, { kind: 'finished', number, conversation, room, text, shown: false });
  }
  await tellOfClosing(host, room, ours);
  // Only now: after a crash in between, the remaining note shows that the text may be missing.
  await forgetOpenRoom(host, room.id);
}

/** The user with which Rocket.Chat closes abandoned conversations. */
const ROCKET_CAT = 'rocket.cat';

/**
 * Whether a person closed a conversation. Bots often have ordinary accounts, so their roles decide; if the host passes
 * a user without roles, they are read. Blocking a contact also closes the conversation, and then no closing text is
 * wanted.
 */
async function isByPerson(host: Host, room: ILivechatRoom): Promise<boolean> {
  const { closer, closedBy } = room;
  if (closer !== 'user' || closedBy?.id === ROCKET_CAT || isBlocked(room)) {
    return false;
  }
  const hasRoles: boolean = closedBy === undefined || v.is(withRolesSchema, closedBy);
  return !isBot(hasRoles ? closedBy : await host.read.getUserReader().getById(closedBy?.id ?? ''));
}

const withRolesSchema = v.object({ roles: v.array(v.string()) });

const channelsSchema = v.object({
  visitor: v.object({ id: v.string() }),
  contact: v.object({
    channels: v.array(v.object({ blocked: v.nullish(v.boolean()), visitor: v.object({ visitorId: v.string() }) })),
  }),
});

function isBlocked(room: ILivechatRoom): boolean {
  return (
    v.is(channelsSchema, room) &&
    room.contact.channels.some(({ blocked, visitor }) => blocked && visitor.visitorId === room.visitor.id)
  );
}

/** A closing text that cannot be sent is not a failure, because nobody waits for it. */
async function maySayGoodbye(
  host: Host,
  room: ILivechatRoom,
  number: ConnectedNumber,
  conversation: Conversation,
): Promise<boolean> {
  const optOut = await respectedOptOut(host, conversation);
  const window = await windowOf(host, conversation, { room, optOut });
  return canSend({ kind: 'automatic', number, optOut, window }) === undefined;
}
