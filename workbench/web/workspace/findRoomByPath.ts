import type { Room } from '../documents/Room';
import { roomPath } from './roomPath';

/** The room that an address leads to, or undefined when this user does not know it. */
export function findRoomByPath(rooms: Readonly<Record<string, Room>>, pathname: string): Room | undefined {
  return Object.values(rooms).find((room) => roomPath(room) === pathname);
}
