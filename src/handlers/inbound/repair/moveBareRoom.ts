import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../../core/Host';
import { pause } from '../../core/durations';
import { file, findByAbout, storeEntry } from '../../core/records/entries';
import { takeLease } from '../../core/records/leases';
import { translatorOf } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { findByKey } from '../../omnichannel/conversations/conversations';
import { isClosed, noteOpenRoom } from '../../omnichannel/findOpenRoom';
import { newestMessages } from '../../omnichannel/newestMessages';
import { openRoom } from '../../omnichannel/openRoom';
import { postAsApp } from '../../omnichannel/postAsApp';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { postPendingNotices } from '../notices/postPendingNotices';
import { customerLock } from '../webhook/customerLocks';
import { findPostedLink, moveMessages } from './moveMessages';

/** How often, and at which interval, the message of a bare room is searched for. */
const PATIENCE = { tries: 20, pause: 250 };

/** A bare room has one or two messages. */
const MOST_MESSAGES = 50;

/**
 * Moves a customer's messages from a bare or second room to the proper one, with their own times, and closes the
 * former. Rocket.Chat creates a bare room when a room is closed at the moment in which a message is posted to it. A
 * second room is created when two instances handle a customer's first messages at the same moment. Never throws: the
 * next message of a customer with two rooms requests the repair again.
 */
export async function moveBareRoom(host: Host, bare: ILivechatRoom): Promise<void> {
  try {
    const owner = readWhatsappRoom(bare, host.app.id) ?? (await awaitOwner(host, bare));
    if (owner) {
      await host.memory.locks.run(customerLock(owner.number, owner.customer), () => move(host, bare, owner));
    }
  } catch (error) {
    host.logger.error("A customer's messages in a second room could not be moved:", String(error));
  }
}

/** The event of a bare room comes before its message is posted and recorded, so the customer has to be found first. */
async function awaitOwner(host: Host, bare: ILivechatRoom): Promise<WhatsappRoom | undefined> {
  for (let tries = 0; tries < PATIENCE.tries; tries += 1) {
    await pause(PATIENCE.pause);
    for (const { id } of await newestMessages(host, bare.id, MOST_MESSAGES)) {
      const link = await findPostedLink(host, id);
      if (link) {
        return link;
      }
    }
  }
  return undefined;
}

async function move(host: Host, bare: ILivechatRoom, { number: digits, customer }: WhatsappRoom): Promise<void> {
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = await findByKey(host, digits, customer);
  if (!number || !conversation) {
    return;
  }
  const opened = await openRoom(host, number, conversation);
  const { room, isNew } = opened;
  if (isNew) {
    await noteOpenRoom(host, room.id);
    await postPendingNotices(host, opened.conversation, { room, at: Date.now() });
  }
  // If the older room was closed meanwhile, this one is the proper one. Or the move is done by now: every message that
  // arrives meanwhile requests it again.
  const claim =
    room.id === bare.id || host.memory.moved.get(bare.id) ? undefined : await takeLease(host, `move ${bare.id}`);
  if (!claim) {
    return;
  }
  // Another instance may have moved it since it was noticed here, or only a person may close it.
  const now = await host.read.getRoomReader().getById(bare.id);
  if (now && !isClosed(now) && (await findByAbout(host, leftOpen(bare))).length === 0) {
    await empty(host, opened.conversation, { bare, room, resumed: claim.resumed });
  }
  host.memory.moved.set(bare.id, true);
  await claim.end();
}

async function empty(
  host: Host,
  conversation: Conversation,
  { bare, room, resumed }: { bare: ILivechatRoom; room: ILivechatRoom; resumed: boolean },
): Promise<void> {
  const first = [...(await newestMessages(host, bare.id, MOST_MESSAGES))].reverse();
  const by = bare.visitor.id;
  await moveMessages(host, conversation, { from: first, by, into: room, resumed });
  await close(host, bare);
  // Another instance may have posted something in it before it was closed.
  const ids = new Set(first.map(({ id }) => id));
  const late = (await newestMessages(host, bare.id, MOST_MESSAGES)).filter(({ id }) => !ids.has(id)).reverse();
  await moveMessages(host, conversation, { from: late, by, into: room, resumed });
}

/**
 * A department may require a tag, which an app cannot give. Then the agents of the room are asked once to close it, and
 * the app leaves it alone.
 */
async function close(host: Host, bare: ILivechatRoom): Promise<void> {
  const t = await translatorOf(host);
  const appUser = await host.memory.appUser.get(host);
  try {
    await host.modify.getUpdater().getLivechatUpdater().closeRoom(bare, t('messages:movedOn'), appUser);
  } catch (error) {
    const refusal = String(error);
    if (refusal.includes('error-tags-must-be-assigned')) {
      await postAsApp(host, bare, { text: t('messages:closeByHand') });
      await storeEntry(host, { ...file(Date.now()), about: leftOpen(bare), kind: 'claim', attempts: 0 });
    } else if (!refusal.includes('error-room-closed')) {
      throw error;
    }
  }
}

/** The name of the claim that people were asked to close a room. */
function leftOpen({ id }: ILivechatRoom): string {
  return `left open ${id}`;
}
