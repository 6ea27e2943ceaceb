import type { Room } from '../documents/Room';
import type { User } from '../documents/User';

/** What a room is called in lists and headers: a conversation by its customer, a direct room by the other one. */
export function roomTitle(room: Room, me: User | undefined): string {
  if (room.t === 'd') {
    const others = room.usernames?.filter((username) => username !== me?.username) ?? [];
    return others.join(', ') || me?.username || room._id;
  }
  return room.fname || room.v?.name || room.name || room.v?.username || room._id;
}
