import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import * as v from 'valibot';
import { sayToUser } from '../../../flows/sayToUser';
import { tellSetup } from '../../../flows/setupFlow';
import type { ActionId, ActionValue } from '../../core/actionValue';
import { decodeValue } from '../../core/actionValue';
import type { Host } from '../../core/Host';
import type { FailedDownload } from '../../inbound/media/failedDownloads';
import { findFailedDownloads } from '../../inbound/media/failedDownloads';
import { fetchAgain } from '../../inbound/media/fetchAgain';
import type { KeptMessage } from '../../omnichannel/conversations/keptMessages';
import { findKeptMessage } from '../../omnichannel/conversations/keptMessages';
import { takesPart } from '../../omnichannel/roles';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { isForeign } from '../../outbound/agent/messageOrigin';
import { sendAgentMessage } from '../../outbound/agent/sendAgentMessage';
import { takeUpAgain, withdrawCard } from '../../outbound/failures/resend';
import type { Check, Press } from './BlockAction';
import { refuse } from './BlockAction';

/** A card of this app in a conversation, as it is stored; nothing in it comes from the client. */
interface Card {
  id: string;
  /** The value of its button. */
  value: ActionValue;
  room: IRoom;
  whatsapp: WhatsappRoom;
}

/** A failed message, with the card that reports it. */
export interface FailedMessage {
  cardId: string;
  failed: IMessage;
  /** The conversation of the card, which may be a newer one than the message's own. */
  room: IRoom;
  whatsapp: WhatsappRoom;
}

/** A message that waits for its customer, with the card that says so. */
export interface WaitingMessage {
  kept: KeptMessage;
  /** Undefined when it was deleted. */
  message?: IMessage;
  /** The conversation in which the card stands. */
  room: IRoom;
}

/** A message that was waiting for its customer when the list of its conversation was drawn. */
export interface ListedMessage extends Omit<WaitingMessage, 'kept'> {
  kept?: KeptMessage;
  whatsapp: WhatsappRoom;
}

/**
 * The message that a card with this button is about, for somebody who takes part in its conversation. The stored card
 * names the message. A message of the customer or of Rocket.Chat itself is never sent, whatever a card names.
 */
export const failedMessage =
  (button: 'send-again' | 'keep-message'): Check<FailedMessage> =>
  async (press) => {
    const { scene, responder } = press;
    const card = await readCard(press, button);
    if (card && !(await takesPart(scene.host, scene.user, card.room))) {
      return { answer: await refuse(press, 'errors:notInConversation') };
    }
    const failed = card?.value.messageId && (await readMessage(scene.host, card.value.messageId));
    const own = failed ? await roomOf(scene.host, failed, card) : undefined;
    if (!card || !failed || !own || isNeverSent(failed, own)) {
      await sayToUser(scene, scene.t('delivery:messageGone'));
      return { answer: responder.successResponse() };
    }
    const { id: cardId, room, whatsapp } = card;
    return { target: { cardId, failed: { ...failed, room: own }, room, whatsapp } };
  };

/** The waiting message of this card, for somebody who takes part in the card's conversation. */
export const waitingMessage =
  (button: 'cancel-kept' | 'send-kept'): Check<WaitingMessage> =>
  async (press) => {
    const { scene, responder } = press;
    const card = await readCard(press, button);
    if (card && !(await takesPart(scene.host, scene.user, card.room))) {
      return { answer: await refuse(press, 'errors:notInConversation') };
    }
    const { messageId } = card?.value ?? {};
    const kept = messageId === undefined ? undefined : await findKeptMessage(scene.host, messageId);
    // The record names the card and the customer; a card alone proves neither.
    const isIts = kept?.cardId === card?.id && kept?.number === card?.whatsapp.number;
    if (!card || !kept || !isIts || kept.customer !== card.whatsapp.customer) {
      await sayToUser(scene, scene.t('delivery:keptGone'));
      return { answer: responder.successResponse() };
    }
    return { target: { kept, message: await readMessage(scene.host, kept.messageId), room: card.room } };
  };

/**
 * A waiting message from the list of a conversation, for somebody who takes part in that conversation. The client names
 * both, so only messages of this customer are found. `kept` is undefined when the message no longer waits.
 */
export const listedMessage: Check<ListedMessage> = async (press) => {
  const { scene, value } = press;
  const { host, user } = scene;
  const room = value.room === undefined ? undefined : await host.read.getRoomReader().getById(value.room);
  const whatsapp = readWhatsappRoom(room, host.app.id);
  if (!room || !whatsapp || !(await takesPart(host, user, room))) {
    return { answer: await refuse(press, 'errors:notInConversation') };
  }
  const { number, customer } = whatsapp;
  const found = value.messageId === undefined ? undefined : await findKeptMessage(host, value.messageId);
  const kept = found?.number === number && found.customer === customer ? found : undefined;
  return { target: { kept, message: kept && (await readMessage(host, kept.messageId)), room, whatsapp } };
};

/** The conversation that holds a card with this button, if the presser takes part in it. */
export const ownCard =
  (button: ActionId): Check<WhatsappRoom> =>
  async (press) => {
    const { scene, responder } = press;
    const card = await readCard(press, button);
    if (!card) {
      await sayToUser(scene, scene.t('delivery:cardGone'));
      return { answer: responder.successResponse() };
    }
    return (await takesPart(scene.host, scene.user, card.room))
      ? { target: card.whatsapp }
      : { answer: await refuse(press, 'errors:notInConversation') };
  };

/** A customer's file that could not be downloaded, with the card that stands in for it. */
export interface MissingFile {
  cardId: string;
  download: FailedDownload;
}

/** The file that a card stands in for, for somebody who takes part in its conversation. */
export const failedDownload: Check<MissingFile> = async (press) => {
  const { scene, responder } = press;
  const card = await readCard(press, 'fetch-media');
  if (card && !(await takesPart(scene.host, scene.user, card.room))) {
    return { answer: await refuse(press, 'errors:notInConversation') };
  }
  const waiting = card?.value.wamid ? await findFailedDownloads(scene.host, card.value.wamid) : [];
  const download = waiting.find(
    ({ number, customer }) => number === card?.whatsapp.number && customer === card.whatsapp.customer,
  );
  if (!card || !download) {
    await sayToUser(scene, scene.t('media:notWaiting'));
    return { answer: responder.successResponse() };
  }
  return { target: { cardId: card.id, download } };
};

/** The room of a message, if it is the card's room or an earlier one of the same conversation. */
async function roomOf({ read, app }: Host, message: IMessage, { room, whatsapp }: Card): Promise<IRoom | undefined> {
  if (message.room.id === room.id) {
    return room;
  }
  const other = await read.getRoomReader().getById(message.room.id);
  const { number, customer } = readWhatsappRoom(other, app.id) ?? {};
  return number === whatsapp.number && customer === whatsapp.customer ? other : undefined;
}

/** Whether the customer or Rocket.Chat itself wrote a message in a room. */
function isNeverSent(message: IMessage, room: IRoom): boolean {
  return isForeign(message) || (v.is(visitedSchema, room) && room.visitor.id === message.sender.id);
}

const visitedSchema = v.object({ visitor: v.object({ id: v.string() }) });

/** The message of the press, if it is a card of this app with this button in one of its conversations. */
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

/** **Yes** or **No** to the question about an account. If it was already answered, nothing happens. */
export function answerQuestion(type: 'YES' | 'NO') {
  return async ({ scene, responder }: Press): Promise<IUIKitResponse> => {
    await tellSetup(scene, { type });
    return responder.successResponse();
  };
}

/** **Try again** on the card of a failed download: the file is posted in its own conversation. */
export async function fetchMedia(
  { scene, responder }: Press,
  { cardId, download }: MissingFile,
): Promise<IUIKitResponse> {
  const { host, t } = scene;
  await sayToUser(scene, t('media:fetching'));
  // Not awaited: the download may take longer than the client waits.
  void fetchAgain({ host, t, cardId, say: (text) => sayToUser(scene, text) }, download);
  return responder.successResponse();
}

/**
 * **Send again** on a failure card: sends the parts of the message that WhatsApp did not take, and removes the card. A
 * second press sends nothing.
 */
export async function sendAgain({ scene, responder }: Press, about: FailedMessage): Promise<IUIKitResponse> {
  const { host, t } = scene;
  const { cardId, failed, whatsapp } = about;
  // Simultaneous presses run one after the other, and the second finds no card.
  await host.memory.locks.run(`card ${cardId}`, async () => {
    const isThere = Boolean(await host.read.getMessageReader().getById(cardId));
    const end = isThere && (await takeUpAgain(host, whatsapp, failed));
    if (!end) {
      await sayToUser(scene, t(isThere ? 'delivery:beingSent' : 'delivery:messageGone'));
      return;
    }
    await withdrawCard(host, cardId);
    // Not awaited: sending may take longer than the client waits. The room shows the result.
    void finish(scene, about, end);
  });
  return responder.successResponse();
}

async function finish(
  scene: Press['scene'],
  { failed, room, whatsapp }: FailedMessage,
  end: () => Promise<void>,
): Promise<void> {
  const { host, t } = scene;
  try {
    if ((await sendAgentMessage(host, failed, whatsapp, { tellIn: room })) === 'nothing-left') {
      await sayToUser(scene, t('delivery:sentByNow'));
    }
    await end();
  } catch (error) {
    host.logger.error('The record of a resent message could not be completed; the sweep does that:', String(error));
  }
}
