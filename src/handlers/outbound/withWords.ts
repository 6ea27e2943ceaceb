import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import { newestMessages } from '../omnichannel/newestMessages';
import { findByAbout } from '../records/entries';
import { isBot } from './isBot';
import { TOGETHER } from './pairWithButtons';
import { readQuickReplies } from './readQuickReplies';

/** As far back as one round trip reaches. */
const FURTHEST = 100;

/**
 * A message that is sent once more. A bot's buttons that went out with the words of the message before them go with these
 * words again: the records of the words say that they have no message of their own on WhatsApp (`sendQuestion`).
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
