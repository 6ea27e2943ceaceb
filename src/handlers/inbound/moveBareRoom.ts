import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import { openRoom } from '../omnichannel/openRoom';
import { visitorOf } from '../omnichannel/visitorOf';
import { postAsCustomer } from '../omnichannel/postAsCustomer';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import type { WhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { pause } from '../pause';
import { findConversation } from '../records/conversations';
import { findByWamid, replaceEntry } from '../records/entries';
import { translatorOf } from '../translation/translatorOf';
import { customerTurn } from './customerTurn';

/** So often and so long is looked for the message of a bare room. */
const PATIENCE = { tries: 20, pause: 250 };

/** Rocket.Chat gives no more than this many messages at once; a bare room has one or two. */
const MOST_MESSAGES = 50;

/**
 * Moves what a customer wrote out of a bare or second room into the proper one, with its own time, and closes it. A bare
 * room comes to be when a room is closed in the moment in which a message is put into it; a second one when two instances
 * take a customer's first messages in the same moment.
 */
export async function moveBareRoom(host: Host, bare: ILivechatRoom): Promise<void> {
  const owner = readWhatsappRoom(bare, host.app.id) ?? (await awaitOwner(host, bare));
  if (owner) {
    await host.memory.turns.take(customerTurn(owner.number, owner.customer), () => move(host, bare, owner));
  }
}

/** A bare room tells of itself before the message that it was made for is in it and remembered: whose message is it? */
async function awaitOwner(host: Host, bare: ILivechatRoom): Promise<WhatsappRoom | undefined> {
  for (let tries = 0; tries < PATIENCE.tries; tries += 1) {
    await pause(PATIENCE.pause);
    for (const { id } of await messagesOf(host, bare)) {
      const link = await findLink(host, id);
      if (link) {
        return link;
      }
    }
  }
  return undefined;
}

async function move(host: Host, bare: ILivechatRoom, { number: digits, customer }: WhatsappRoom): Promise<void> {
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = await findConversation(host, digits, [customer]);
  if (!number || !conversation) {
    return;
  }
  const { room } = await openRoom(host, number, conversation);
  // The older room may have been closed meanwhile: then this one is the proper one. Or it was moved by now: every
  // message that arrives meanwhile asks for it again.
  if (room.id === bare.id || host.memory.moved.get(bare.id)) {
    return;
  }
  for (const message of (await messagesOf(host, bare)).reverse()) {
    if (message.sender._id === conversation.visitor.id && message.text) {
      const link = await findLink(host, message.id);
      const post = { text: message.text, at: new Date(message.createdAt).getTime(), wamid: link?.wamid ?? '' };
      const messageId = await postAsCustomer(host, room, visitorOf(conversation), post);
      if (link) {
        await replaceEntry(host, { ...link, roomId: room.id, messageId });
      }
    }
  }
  host.memory.moved.set(bare.id, true);
  const t = await translatorOf(host);
  const appUser = await host.memory.appUser.get(host);
  await host.modify.getUpdater().getLivechatUpdater().closeRoom(bare, t('messages:movedOn'), appUser);
}

/** The link of a message that this process has posted; those of other instances are moved without it. */
async function findLink(host: Host, messageId: string) {
  const wamid = host.memory.posted.get(messageId);
  return wamid ? (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link') : undefined;
}

async function messagesOf(host: Host, room: ILivechatRoom) {
  return host.read.getRoomReader().getMessages(room.id, { limit: MOST_MESSAGES, sort: { createdAt: 'desc' } });
}
