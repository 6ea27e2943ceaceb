import type { Room } from '../documents/Room';

const FOLDERS = { c: 'channel', p: 'group', d: 'direct', l: 'live' } as const;

/** The address of a room, as Rocket.Chat writes it; links to messages are this with `?msg=`. */
export function roomPath(room: Room): string {
  const name = room.t === 'c' || room.t === 'p' ? (room.name ?? room._id) : room._id;
  return `/${FOLDERS[room.t]}/${encodeURIComponent(name)}`;
}
