import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Host } from '../Host';
import type { FindPosted } from '../omnichannel/FindPosted';
import { newestMessages } from '../omnichannel/newestMessages';

/** As far back as one round trip reaches. */
const FURTHEST = 100;

/** Milliseconds by which Rocket.Chat's clock may run behind ours, and WhatsApp's time before its webhook. */
const CLOCKS = 120_000;

/**
 * Whether the agents were told something in a room already, by the app or in the customer's name, and in which message.
 * Asked only for a webhook that was begun before: the crash may have come between saying it and remembering that.
 *
 * @param since epoch milliseconds
 */
export function findSaid(
  host: Host,
  room: IRoom,
  { visitor, since }: { visitor: { id: string }; since: number },
): FindPosted {
  return async (text, except) => {
    const { id } = await host.memory.appUser.get(host);
    const messages = await newestMessages(host, room.id, FURTHEST);
    return messages.find(
      (message) =>
        [id, visitor.id].includes(message.sender._id) &&
        !except.includes(message.id) &&
        says(message.text ?? '', text.trim()) &&
        new Date(message.createdAt).getTime() > since - CLOCKS,
    )?.id;
  };
}

/** By itself, or in a line behind its time, as `renderUntold` writes it. */
function says(message: string, text: string): boolean {
  return message.trim() === text || `${message.trim()}\n`.includes(`UTC* ${text}\n`);
}
