import type { RoomDocument } from '../../workspace/documents/RoomDocument';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import type { Workspace } from '../../workspace/Workspace';
import { HttpError } from '../HttpError';

/** The room, when it exists and this user may see it. @throws HttpError 400 `error-room-not-found`, else 403. */
export function roomForReading(
  workspace: Workspace,
  user: UserDocument,
  which: { rid?: string; name?: string },
): RoomDocument {
  const { rid, name } = which;
  const room = rid ? workspace.rooms.find(rid) : name ? workspace.rooms.findByName(name) : undefined;
  if (!room) {
    throw HttpError.failure(
      'The required "roomId" or "roomName" param provided does not match any room',
      'error-room-not-found',
    );
  }
  if (!workspace.rooms.maySee(user, room)) throw HttpError.forbidden();
  return room;
}
