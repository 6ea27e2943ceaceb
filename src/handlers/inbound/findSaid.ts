import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Host } from '../Host';
import { newestMessages } from '../omnichannel/newestMessages';

/** As far back as one round trip reaches. */
const FURTHEST = 100;

/** Milliseconds by which Rocket.Chat's clock may run behind ours, and WhatsApp's time before its webhook. */
const CLOCKS = 120_000;

/**
 * Whether the app has said something in a room already, and in which message. Asked only for a webhook that was begun
 * before: the crash may have come between saying it and remembering that.
 *
 * @param since epoch milliseconds
 */
export async function findSaid(host: Host, room: IRoom, text: string, since: number): Promise<string | undefined> {
  const { id } = await host.memory.appUser.get(host);
  const messages = await newestMessages(host, room.id, FURTHEST);
  return messages.find(
    (message) =>
      message.sender._id === id &&
      (message.text ?? '').trim() === text.trim() &&
      new Date(message.createdAt).getTime() > since - CLOCKS,
  )?.id;
}
