import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Host } from '../Host';
import { newestMessages } from '../omnichannel/newestMessages';

/** So far back a message is looked for that a crash may have left in the room without being remembered. */
const MOST_MESSAGES = 100;

const SECOND = 1_000;

/** What a message would look like if it were in the room. */
interface Posted {
  /** The id of the customer's visitor. */
  visitorId: string;
  text: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
}

/**
 * Whether a message is in the room already, and under which id. Asked only for a webhook that was begun before: the
 * crash may have come between putting it into the room and remembering it. Rocket.Chat allows an app no mark of its own
 * on a message (custom fields are off by default), so that the customer, their words and WhatsApp's second tell.
 */
export async function findPosted(host: Host, room: IRoom, posted: Posted): Promise<string | undefined> {
  const messages = await newestMessages(host, room.id, MOST_MESSAGES);
  return messages.find(
    ({ sender, text, createdAt }) =>
      sender._id === posted.visitorId &&
      (text ?? '').trim() === posted.text.trim() &&
      secondOf(new Date(createdAt).getTime()) === secondOf(posted.at),
  )?.id;
}

function secondOf(at: number): number {
  return Math.floor(at / SECOND);
}
