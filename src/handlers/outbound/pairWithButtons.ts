import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import { isBot } from './isBot';
import { readQuickReplies } from './readQuickReplies';

/** Milliseconds within which buttons belong to the text before them: Rasa's app sends the two by themselves. */
export const TOGETHER = 1_000;

/** Milliseconds for which buttons wait for the text before them: two events may overtake each other. */
const OVERTAKEN = 300;

/**
 * Texts of a bot that waited for buttons in vain, after which only its questions wait. One that ever sent buttons alone is
 * known by that, as long as this process runs.
 */
const IN_VAIN = 10;

/** What a question ends with in the languages of the app: looked for in the last signs, since an emoji may follow. */
const ASKS = /[?？؟:：]/;
const END = 12;

/** One half of a question that waits for the other. */
export interface WaitingHalf {
  message: IMessage;
  kind: 'text' | 'buttons';
  /** Sends it by itself, at once. */
  release(): void;
  /** It is sent with the other one. */
  join(sent: Promise<void>): void;
}

/**
 * Hands a message on to be sent. What a bot writes waits a moment: a text that buttons alone follow within a second
 * becomes one message with them. Whatever else comes meanwhile in the room is sent after it. People are never kept waiting,
 * and bots that send no buttons by themselves only with their questions: the next one may be their first with buttons.
 *
 * @param send is called at once when it is its turn; `text` is the message whose words are sent with these buttons
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
