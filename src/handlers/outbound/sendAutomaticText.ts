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

/** The kinds of automatic texts. */
type AutomaticKind = 'welcome' | 'finished' | 'offline' | 'consent' | 'reminder';

/** A text that an admin wrote for a number, or the confirmation of an opt-out, for a customer. */
interface AutomaticText {
  kind: AutomaticKind;
  number: ConnectedNumber;
  conversation: Conversation;
  /** Absent when there is no room, for instance because no agent is available. */
  room?: IRoom;
  text: string;
  /** Whether the room shows the text as a message of the app. */
  shown: boolean;
  /** The key of its records; the default is the room, or the customer without a room. */
  where?: string;
}

/**
 * Sends an automatic text of a number, before all later messages to this customer. A failure is reported in the room,
 * or without one in the setup channel.
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
 * @param where the room, or the customer without a room
 */
export function aboutText(kind: AutomaticKind, where: string): string {
  return `${kind} ${where}`;
}

/** Whether an automatic text was sent, or may have been sent: one round trip. */
export async function isTextSent(host: Host, kind: AutomaticKind, where: string): Promise<boolean> {
  return (await findByAbout(host, aboutText(kind, where))).length > 0;
}
