import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import { sayToUser } from '../../flows/sayToUser';
import type { Host } from '../Host';
import { readWhatsappRoom } from '../omnichannel/readWhatsappRoom';
import type { WhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { isForeign } from '../outbound/isForeign';
import type { Unfetched } from '../records/unfetched';
import { findUnfetched } from '../records/unfetched';
import type { ActionId } from './ActionId';
import { decodeValue } from './actionValue';
import type { ActionValue } from './actionValue';
import { refuse } from './BlockAction';
import type { Check } from './BlockAction';
import { takesPart } from './roles';
import type { Press } from './Press';

/** A card of ours in a conversation, as it is stored; nothing of it comes from the client. */
interface Card {
  id: string;
  /** What its button carries. */
  value: ActionValue;
  room: IRoom;
  whatsapp: WhatsappRoom;
}

/** A message that failed, with the card that tells of it. */
export interface FailedMessage {
  cardId: string;
  failed: IMessage;
  whatsapp: WhatsappRoom;
}

/**
 * The message that a failure card is about, for somebody who takes part in its conversation. The card says which message
 * that is. A customer's message and one of Rocket.Chat are never sent, whatever a card says.
 */
export const failedMessage: Check<FailedMessage> = async (press) => {
  const { scene, responder } = press;
  const card = await readCard(press, 'send-again');
  if (card && !(await takesPart(scene.host, scene.user, card.room))) {
    return { answer: await refuse(press, 'errors:notInConversation') };
  }
  const failed = card?.value.messageId && (await readMessage(scene.host, card.value.messageId));
  if (!card || !failed || failed.room.id !== card.room.id || isNeverSent(failed, card.room)) {
    await sayToUser(scene, scene.t('delivery:messageGone'));
    return { answer: responder.successResponse() };
  }
  return { target: { cardId: card.id, failed: { ...failed, room: card.room }, whatsapp: card.whatsapp } };
};

/** The file that a card stands in the place of, for somebody who takes part in its conversation. */
export const unfetchedFile: Check<Unfetched> = async (press) => {
  const { scene, responder } = press;
  const card = await readCard(press, 'fetch-media');
  if (card && !(await takesPart(scene.host, scene.user, card.room))) {
    return { answer: await refuse(press, 'errors:notInConversation') };
  }
  const waiting = card?.value.wamid ? await findUnfetched(scene.host, card.value.wamid) : [];
  const unfetched = waiting.find(
    ({ number, customer }) => number === card?.whatsapp.number && customer === card.whatsapp.customer,
  );
  if (!unfetched) {
    await sayToUser(scene, scene.t('media:notWaiting'));
    return { answer: responder.successResponse() };
  }
  return { target: unfetched };
};

/** Whether the customer or Rocket.Chat itself wrote a message in a room. */
function isNeverSent(message: IMessage, room: IRoom): boolean {
  return isForeign(message) || (v.is(visitedSchema, room) && room.visitor.id === message.sender.id);
}

const visitedSchema = v.object({ visitor: v.object({ id: v.string() }) });

/** The pressed message, where it is a card of ours with this button in one of our conversations. */
async function readCard({ scene, message }: Press, actionId: ActionId): Promise<Card | undefined> {
  const { host } = scene;
  const card = message?.id ? await readMessage(host, message.id) : undefined;
  const appUser = await host.memory.appUser.get(host);
  if (!card?.id || card.sender.id !== appUser.id) {
    return undefined;
  }
  const button = buttonsOf(card).find((each) => each.actionId === actionId && each.appId === host.app.id);
  const room = button && (await host.read.getRoomReader().getById(card.room.id));
  const whatsapp = readWhatsappRoom(room, host.app.id);
  return room && whatsapp ? { id: card.id, value: decodeValue(button.value), room, whatsapp } : undefined;
}

const blockSchema = v.object({ elements: v.array(v.unknown()) });
const buttonSchema = v.object({ appId: v.string(), actionId: v.string(), value: v.string() });

function buttonsOf({ blocks = [] }: Pick<IMessage, 'blocks'>): v.InferOutput<typeof buttonSchema>[] {
  return blocks
    .flatMap((block) => (v.is(blockSchema, block) ? block.elements : []))
    .filter((element) => v.is(buttonSchema, element));
}

async function readMessage(host: Host, id: string): Promise<IMessage | undefined> {
  return host.read.getMessageReader().getById(id);
}
