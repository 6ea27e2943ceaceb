import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../core/Host';
import { newestMessages } from '../../omnichannel/newestMessages';
import { findByAbout } from '../../core/records/entries';
import { readQuickReplies } from '../pieces/quickReplyPieces';
import { isBot } from './messageOrigin';

declare module '../../core/Host' {
  interface Memory {
    /** Messages of bots that wait for a moment, by room: a text and the buttons after it become one message. */
    waitingHalves: Map<string, WaitingHalf>;
  }
}

/** Milliseconds within which buttons belong to the text before them: Rasa's app sends the two as separate messages. */
const TOGETHER = 1_000;

/** Milliseconds for which buttons wait for the text before them: two events may overtake each other. */
const OVERTAKEN = 300;

/**
 * After this many texts of a bot that waited for buttons and got none, only its questions wait. A bot that once sent
 * buttons alone is remembered while this process runs.
 */
const IN_VAIN = 10;

/** The question marks of several scripts. They are searched for in the last characters, because an emoji may follow. */
const ASKS = /[?？؟:：]/;
const END = 12;

/** The number of messages before the buttons that are searched for their text: as many as one call returns. */
const FURTHEST = 100;

/** One half of a question that waits for the other. */
export interface WaitingHalf {
  message: IMessage;
  kind: 'text' | 'buttons';
  /** Sends the text alone, at once. */
  release(): void;
  /** Sends it together with the other half. */
  join(sent: Promise<void>): void;
}

/**
 * Passes a message on for sending. A bot's text waits a moment: if a message with only buttons follows within a second,
 * the two become one WhatsApp message. Other messages of the room are sent after it. People's messages never wait. Bots
 * that send no separate buttons wait only with questions, because the next message may be their first with buttons.
 *
 * @param send is called in order; `text` is the message whose words are sent with these buttons
 */
export function pairWithButtons(
  host: Host,
  message: IMessage,
  send: (message: IMessage, text?: IMessage) => Promise<void>,
): Promise<void> {
  const { waitingHalves, botsInVain } = host.memory;
  const { id: senderId } = message.sender;
  const roomId = message.room.id;
  const other = waitingHalves.get(roomId);
  const kind = isBot(message.sender) ? kindOf(message) : undefined;
  if (kind === 'buttons') {
    botsInVain.set(senderId, Number.NEGATIVE_INFINITY);
  }
  if (other && kind && areOne(other, { message, kind })) {
    waitingHalves.delete(roomId);
    const [text, buttons] = kind === 'buttons' ? [other.message, message] : [message, other.message];
    const sent = send(buttons, text);
    other.join(sent);
    return sent;
  }
  other?.release();
  const inVain = botsInVain.get(senderId) ?? 0;
  const asks = ASKS.test(message.text?.slice(-END) ?? '');
  if (!kind || (kind === 'text' && inVain >= IN_VAIN && !asks)) {
    return send(message);
  }
  return new Promise((resolve, reject) => {
    const half: WaitingHalf = {
      message,
      kind,
      release: () => {
        clearTimeout(timer);
        if (waitingHalves.get(roomId) === half) {
          waitingHalves.delete(roomId);
        }
        if (kind === 'text') {
          botsInVain.set(senderId, (botsInVain.get(senderId) ?? 0) + 1);
        }
        send(message).then(resolve, reject);
      },
      join: (sent) => {
        clearTimeout(timer);
        sent.then(resolve, reject);
      },
    };
    const timer = setTimeout(() => half.release(), kind === 'text' ? TOGETHER : OVERTAKEN);
    waitingHalves.set(roomId, half);
  });
}

function kindOf(message: IMessage): WaitingHalf['kind'] | undefined {
  const { text, blocks, file, files, attachments } = message;
  const isPlain = !file && !files?.length && !attachments?.length;
  if (isPlain && text?.trim() && !blocks?.length) {
    return 'text';
  }
  return isPlain && readQuickReplies(message)?.text === '' ? 'buttons' : undefined;
}

function areOne(other: WaitingHalf, { message, kind }: Pick<WaitingHalf, 'message' | 'kind'>): boolean {
  if (other.kind === kind || other.message.sender.id !== message.sender.id) {
    return false;
  }
  const at = (each: IMessage) => new Date(each.createdAt ?? 0).getTime();
  const apart = kind === 'buttons' ? at(message) - at(other.message) : at(other.message) - at(message);
  return apart >= 0 && apart <= TOGETHER;
}

/**
 * A message that is sent again. A bot's buttons that were sent with the words of the message before them are sent with
 * these words again: the records of the words show that they have no separate message on WhatsApp (`sendQuestion`).
 */
export async function withWords(host: Host, message: IMessage): Promise<IMessage> {
  if (!isBot(message.sender) || readQuickReplies(message)?.text !== '') {
    return message;
  }
  const at = timeOf(message);
  const before = (await newestMessages(host, message.room.id, FURTHEST)).filter(
    (each) =>
      each.id !== message.id &&
      each.sender._id === message.sender.id &&
      at - timeOf(each) >= 0 &&
      at - timeOf(each) <= TOGETHER,
  );
  for (const { id, text } of before) {
    const wentAlong = (await findByAbout(host, id)).some((entry) => entry.kind === 'link' && entry.wamid === undefined);
    if (text && wentAlong) {
      return { ...message, text };
    }
  }
  return message;
}

function timeOf({ createdAt }: { createdAt?: Date | string }): number {
  return new Date(createdAt ?? 0).getTime();
}
