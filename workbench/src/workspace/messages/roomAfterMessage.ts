import type { MessageDocument } from '../documents/MessageDocument';
import type { RoomDocument } from '../documents/RoomDocument';

/**
 * A room after a message came in: how many, when, and in a conversation who waits for whom. System messages count as
 * messages but say nothing about that. `v.lastMessageTs` is what tells whether WhatsApp's 24 hours are still running.
 */
export function roomAfterMessage(room: RoomDocument, message: MessageDocument): RoomDocument {
  const changed: RoomDocument = { ...room, msgs: room.msgs + 1, lm: message.ts, _updatedAt: new Date() };
  if (room.t !== 'l' || message.t !== undefined || !room.v) return changed;
  if (message.token !== undefined) {
    return { ...changed, v: { ...room.v, lastMessageTs: message.ts }, waitingResponse: true };
  }
  if (message.bot) return changed;
  const { _id, username } = message.u;
  const firstResponseTs = room.responseBy?.firstResponseTs ?? message.ts;
  return {
    ...changed,
    waitingResponse: false,
    responseBy: { _id, username, firstResponseTs, lastMessageTs: message.ts },
  };
}
