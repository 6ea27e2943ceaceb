import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import { openRoom } from '../omnichannel/openRoom';
import { visitorOf } from '../omnichannel/visitorOf';
import { postAsCustomer } from '../omnichannel/postAsCustomer';
import { readPostedWamid } from '../omnichannel/readPostedWamid';
import { pause } from '../pause';
import { findConversation } from '../records/conversations';
import { findByWamid, replaceEntry } from '../records/entries';
import type { LinkEntry } from '../records/Entry';
import { translatorOf } from '../translation/translatorOf';
import { customerTurn } from './customerTurn';

/** The room tells of itself before the message that it was made for is in it and remembered. */
const PATIENCE = { tries: 20, pause: 250 };

/** Rocket.Chat gives no more than this many messages at once; a bare room has one or two. */
const MOST_MESSAGES = 50;

/**
 * Moves what a customer wrote out of a bare or second room into the proper one, with its own time, and closes it. A bare
 * room comes to be when a room is closed in the moment in which a message is put into it; a second one when two instances
 * take a customer's first messages in the same moment.
 */
export async function moveBareRoom(host: Host, bare: ILivechatRoom): Promise<void> {
  const link = await awaitLink(host, bare);
  if (link) {
    await host.memory.turns.take(customerTurn(link.number, link.customer), () => move(host, bare, link));
  }
}

async function awaitLink(host: Host, bare: ILivechatRoom): Promise<LinkEntry | undefined> {
  for (let tries = 0; tries < PATIENCE.tries; tries += 1) {
    await pause(PATIENCE.pause);
    const wamids = (await messagesOf(host, bare)).flatMap((message) => readPostedWamid(message) ?? []);
    for (const wamid of wamids) {
      const link = (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link');
      if (link) {
        return link;
      }
    }
  }
  return undefined;
}

async function move(host: Host, bare: ILivechatRoom, { number: digits, customer }: LinkEntry): Promise<void> {
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = await findConversation(host, digits, [customer]);
  if (!number || !conversation) {
    return;
  }
  const { room } = await openRoom(host, number, conversation);
  if (room.id === bare.id) {
    // The older room was closed meanwhile: this one is the proper one now.
    return;
  }
  for (const message of (await messagesOf(host, bare)).reverse()) {
    const wamid = readPostedWamid(message);
    const link = wamid && (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link');
    // Every message that arrives meanwhile asks for this again: what stands in the proper room is not moved twice.
    if (wamid && link && link.roomId !== room.id) {
      const post = { text: message.text ?? '', at: new Date(message.createdAt).getTime(), wamid };
      const messageId = await postAsCustomer(host, room, visitorOf(conversation), post);
      await replaceEntry(host, { ...link, roomId: room.id, messageId });
    }
  }
  const t = await translatorOf(host);
  const appUser = await host.memory.appUser.get(host);
  await host.modify.getUpdater().getLivechatUpdater().closeRoom(bare, t('messages:movedOn'), appUser);
}

async function messagesOf(host: Host, room: ILivechatRoom) {
  return host.read.getRoomReader().getMessages(room.id, { limit: MOST_MESSAGES, sort: { createdAt: 'desc' } });
}
