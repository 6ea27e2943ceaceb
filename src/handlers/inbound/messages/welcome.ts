import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../../core/Host';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import type { OpenRoom } from '../../omnichannel/openRoom';
import { aboutText, isTextSent, sendAutomaticText } from '../../outbound/sendAutomaticText';

/** A customer's message that may have opened a room. */
interface Opening {
  number: ConnectedNumber;
  conversation: Conversation;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  /** A crash may have come between. */
  resumed?: boolean;
}

/** Milliseconds by which WhatsApp's clock may run before ours. */
const CLOCKS = 60_000;

/**
 * Sends the number's welcome text when the customer's message has opened the room. Asked for before the message is
 * posted, so that no bot's answer to it can overtake; not waited for. A crash may have come between room and text.
 */
export async function welcome(
  host: Host,
  opening: Opening,
  { room, isNew }: Pick<OpenRoom, 'room' | 'isNew'>,
): Promise<void> {
  const { number, conversation } = opening;
  const text = number.welcomeMessage;
  if (text && (isNew || (await wasLeftOut(host, opening, room)))) {
    const sending = aboutText('welcome', room.id);
    const { entriesAtWork } = host.memory;
    entriesAtWork.add(sending);
    void sendAutomaticText(host, { kind: 'welcome', number, conversation, room, text, shown: true }).finally(() =>
      entriesAtWork.delete(sending),
    );
  }
}

async function wasLeftOut(host: Host, { resumed, at }: Opening, room: ILivechatRoom): Promise<boolean> {
  const isYounger = room.createdAt !== undefined && new Date(room.createdAt).getTime() > at - CLOCKS;
  // It has no record yet while it waits for what is sent to the customer before it.
  const isUnderWay = host.memory.entriesAtWork.has(aboutText('welcome', room.id));
  return resumed === true && isYounger && !isUnderWay && !(await isTextSent(host, 'welcome', room.id));
}
