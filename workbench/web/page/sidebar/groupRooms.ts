import type { Room } from '../../documents/Room';
import { words } from '../../words';
import type { WorkspaceState } from '../../workspace/WorkspaceState';

/** Rooms of one kind, newest first. */
export type RoomGroup = { readonly id: string; readonly title: string; readonly rooms: readonly Room[] };

const SHOWN_CLOSED = 20;

const newest = (a: Room, b: Room): number => ((a.lm ?? a.ts ?? '') < (b.lm ?? b.ts ?? '') ? 1 : -1);

/** The rooms of a user as Rocket.Chat's sidebar groups them; empty groups are left out. The queue is not among them. */
export function groupRooms({ rooms, inquiries, me }: Pick<WorkspaceState, 'rooms' | 'inquiries' | 'me'>): RoomGroup[] {
  const all = Object.values(rooms).sort(newest);
  const waiting = new Set(Object.values(inquiries).map(({ rid }) => rid));
  const chats = all.filter((room) => room.t === 'l' && !waiting.has(room._id));
  const open = chats.filter((room) => room.open);
  const mine = open.filter((room) => room.servedBy?._id === me?._id);
  const groups = [
    { id: 'in-progress', title: words.sidebar.inProgress, rooms: mine.filter((room) => !room.onHold) },
    { id: 'on-hold', title: words.sidebar.onHold, rooms: mine.filter((room) => room.onHold) },
    { id: 'others', title: words.sidebar.others, rooms: open.filter((room) => !mine.includes(room)) },
    { id: 'channels', title: words.sidebar.channels, rooms: all.filter(({ t }) => t === 'c' || t === 'p') },
    { id: 'direct', title: words.sidebar.direct, rooms: all.filter(({ t }) => t === 'd') },
    { id: 'closed', title: words.sidebar.closed, rooms: chats.filter((room) => !room.open).slice(0, SHOWN_CLOSED) },
  ];
  return groups.filter((group) => group.rooms.length > 0);
}
