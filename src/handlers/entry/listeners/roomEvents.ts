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

/** A conversation began. If it is ours and has no number, Rocket.Chat made it by itself, and the app repairs it. */
export async function roomStarted(host: Host, room: ILivechatRoom): Promise<void> {
  const made = room.source?.type === 'app' && room.source.id === host.app.id;
  if (made && !readWhatsappRoom(room, host.app.id)) {
    await moveBareRoom(host, room);
  }
}

/** A conversation was given to somebody, or taken by them: what was written in it before becomes their matter. */
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
 * A conversation was closed. When a person did it the customer gets the number's closing text, where it may be sent; apps
 * and bots close rooms too, and Rocket.Chat itself does when somebody is silent for long. Rocket.Chat tells of every closed
 * room of the workspace, also of those that are not ours.
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
  // Not before: after a crash in between, what is still noted shows that the text may be missing.
  await forgetOpenRoom(host, room.id);
}

/** The user by which Rocket.Chat closes what nobody looks after. */
const ROCKET_CAT = 'rocket.cat';

/**
 * Whether a person closed a conversation. Bots' accounts are often plain users, so that their roles tell; a host that hands
 * users over without roles is asked. Whoever blocks a contact closes the conversation with it, and wants no goodbye said.
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

/** A goodbye that cannot go is no failure: nobody waits for it. */
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
