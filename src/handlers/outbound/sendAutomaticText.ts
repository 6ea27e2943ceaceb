import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { AppError } from '../core/errors/AppError';
import type { Host } from '../core/Host';
import type { Conversation } from '../omnichannel/conversations/conversations';
import { conversationKey } from '../omnichannel/conversations/conversations';
import { findByAbout } from '../core/records/entries';
import type { ConnectedNumber } from '../numbers/numbers';
import { canSend, respectedOptOut } from './canSend';
import { deliver } from './delivery/deliver';
import { reportFailure } from './failures/reportFailure';
import { textPieces } from './pieces/textPieces';
import { postAutomaticText } from './postNotice';
import { windowOf } from './windowOf';

/** The texts that the app sends by itself. */
type AutomaticKind = 'welcome' | 'finished' | 'offline' | 'consent' | 'reminder';

/** One of the texts that an admin wrote for a number, or the answer to an opt-out, on its way to a customer. */
interface AutomaticText {
  kind: AutomaticKind;
  number: ConnectedNumber;
  conversation: Conversation;
  /** Absent where there is none, as when nobody is available. */
  room?: IRoom;
  text: string;
  /** Whether the text is shown in the room as said by the app. */
  shown: boolean;
  /** The key of its records; by default the room, or the customer if there is no room. */
  where?: string;
}

/**
 * Sends one of the texts of a number, before anything that is sent to this customer later. A failure is told in the room,
 * or where there is none to tell it in, in the setup channel.
 */
export async function sendAutomaticText(host: Host, automatic: AutomaticText): Promise<void> {
  const { number, conversation, text } = automatic;
  await host.memory.sendQueue.take(conversation, Date.now(), async () => {
    try {
      await send(host, automatic);
    } catch (error) {
      const { customer } = conversation;
      const byApp = conversationKey(number.digits, customer);
      const facts = { number: number.digits, customer, roomId: automatic.room?.id, text, byApp };
      await reportFailure(host, { ...facts, about: aboutOf(automatic) }, error);
    }
  });
}

async function send(host: Host, automatic: AutomaticText): Promise<void> {
  const { kind, number, conversation, room, text, shown } = automatic;
  const gate = kind === 'consent' ? kind : 'automatic';
  const optOut = await respectedOptOut(host, conversation);
  const window = await windowOf(host, conversation, { room, optOut });
  const refusal = canSend({ kind: gate, number, optOut, window });
  if (refusal) {
    throw new AppError({ kind: 'refused', retry: 'no', key: refusal });
  }
  const about = aboutOf(automatic);
  for (const piece of textPieces(text)) {
    const outgoing = { number, conversation, roomId: room?.id ?? '', about, piece, text, gate } as const;
    if ((await deliver(host, outgoing)) === 'failed') {
      return;
    }
  }
  if (room && shown) {
    await postAutomaticText(host, room, text);
  }
}

function aboutOf({ kind, room, conversation, where }: AutomaticText): string {
  return aboutText(kind, where ?? room?.id ?? conversation.customer);
}

/**
 * The key by which the records of an automatic text are found.
 *
 * @param where the room, or the customer where there is no room
 */
export function aboutText(kind: AutomaticKind, where: string): string {
  return `${kind} ${where}`;
}

/** Whether one of the app's own texts was sent, or was begun and may have been: one round trip. */
export async function isTextSent(host: Host, kind: AutomaticKind, where: string): Promise<boolean> {
  return (await findByAbout(host, aboutText(kind, where))).length > 0;
}
