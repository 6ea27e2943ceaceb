import type { Room } from '../documents/Room';
import type { User } from '../documents/User';

const FOLDERS = { c: 'channel', p: 'group', d: 'direct', l: 'live' } as const;

/** The address of a room, as Rocket.Chat writes it; links to messages are this with `?msg=`. */
export function roomPath(room: Room): string {
  const name = room.t === 'c' || room.t === 'p' ? (room.name ?? room._id) : room._id;
  return `/${FOLDERS[room.t]}/${encodeURIComponent(name)}`;
}

/** The room that an address leads to, or undefined when this user does not know it. */
export function findRoomByPath(rooms: Readonly<Record<string, Room>>, pathname: string): Room | undefined {
  return Object.values(rooms).find((room) => roomPath(room) === pathname);
}

/** The name of a room in lists and headers: a conversation has the name of its customer, a direct room that of the other person. */
export function roomTitle(room: Room, me: User | undefined): string {
  if (room.t === 'd') {
    const others = room.usernames?.filter((username) => username !== me?.username) ?? [];
    return others.join(', ') || me?.username || room._id;
  }
  return room.fname || room.v?.name || room.name || room.v?.username || room._id;
}
