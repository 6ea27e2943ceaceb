import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Host } from '../Host';
import { readPostedWamid } from '../omnichannel/readPostedWamid';

/** So far back a message is looked for that a crash may have left in the room without being remembered. */
const MOST_MESSAGES = 100;

/**
 * Whether a message is in the room already, and under which id. Asked only for a webhook that was begun before: the
 * crash may have come between putting it into the room and remembering it.
 */
export async function findPosted(host: Host, room: IRoom, wamid: string): Promise<string | undefined> {
  const messages = await host.read
    .getRoomReader()
    .getMessages(room.id, { limit: MOST_MESSAGES, sort: { createdAt: 'desc' } });
  return messages.find((message) => readPostedWamid(message) === wamid)?.id;
}
