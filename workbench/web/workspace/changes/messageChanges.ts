import type { Message } from '../../documents/Message';
import type { Change, History, WorkspaceState } from '../WorkspaceState';

/** Something that was posted now, and no change of what stood there before. */
const isPosted = ({ editedAt, reactions }: Message): boolean => editedAt === undefined && reactions === undefined;

/** Rocket.Chat tells nobody of what is dated more than a minute aside, as what was imported is. */
const isNoticed = ({ ts }: Message, now: number): boolean => Math.abs(Date.parse(ts) - now) <= 60_000;

const isUnread = (state: WorkspaceState, message: Message, now: number): boolean =>
  (state.selectedRid !== message.rid || document.hidden) &&
  message.u._id !== state.me?._id &&
  message.t === undefined &&
  // The server counts what is unread, and stores nothing of what one person sees.
  message.private !== true &&
  isNoticed(message, now) &&
  isPosted(message);

const UNOPENED: History = { messages: [], hasOlder: false, state: 'loading' };

/** Whether a message belongs to a page that has not been fetched: alone it would stand before a gap. */
const isOnOlderPage = ({ hasOlder, messages }: History, { ts }: Message): boolean =>
  hasOlder && messages[0] !== undefined && ts < messages[0].ts;

const withMessage = (history: History, message: Message): History => {
  const place = history.messages.map((one) => (one._id === message._id ? message : one));
  if (!place.includes(message) && isOnOlderPage(history, message)) {
    return history;
  }
  return { ...history, messages: (place.includes(message) ? place : [...place, message]).sort(byTime) };
};

/**
 * A new or changed message takes its place by time; it counts as unread when nobody looks at its room.
 *
 * @param now the workbench's time when it was told, in milliseconds
 */
export function putMessage(message: Message, now: number): Change {
  return (state) => {
    const history = state.histories[message.rid];
    const isNew = history === undefined || history.messages.every(({ _id }) => _id !== message._id);
    return {
      ...state,
      // A room that was never opened is fetched when it is; what only this reader sees cannot be fetched.
      histories:
        history || message.private
          ? { ...state.histories, [message.rid]: withMessage(history ?? UNOPENED, message) }
          : state.histories,
      unread:
        isNew && isUnread(state, message, now)
          ? { ...state.unread, [message.rid]: (state.unread[message.rid] ?? 0) + 1 }
          : state.unread,
    };
  };
}

/** A message that was deleted. */
export function removeMessage(rid: string, mid: string): Change {
  return (state) => {
    const history = state.histories[rid];
    return history
      ? {
          ...state,
          histories: {
            ...state.histories,
            [rid]: { ...history, messages: history.messages.filter(({ _id }) => _id !== mid) },
          },
        }
      : state;
  };
}

/**
 * The newest page of a room's messages, as it is now: what it does not hold any more was deleted. What came meanwhile stays,
 * what only this reader sees, and the older pages when this one joins them.
 */
export function putHistory(rid: string, page: readonly Message[], hasOlder: boolean): Change {
  return (state) => {
    const before = state.histories[rid];
    const known = before?.messages ?? [];
    const ids = new Set(page.map(({ _id }) => _id));
    const [oldest, newest] = [page.at(0)?.ts, page.at(-1)?.ts].sort();
    const joins = hasOlder && known.some(({ _id }) => ids.has(_id));
    const stays = ({ _id, ts, private: isMine }: Message): boolean =>
      !ids.has(_id) &&
      (isMine === true || oldest === undefined || newest === undefined || ts >= newest || (joins && ts < oldest));
    const messages = [...known.filter(stays), ...page].sort(byTime);
    const history = { messages, hasOlder: joins ? before?.hasOlder === true : hasOlder, state: 'ready' } as const;
    return { ...state, histories: { ...state.histories, [rid]: history } };
  };
}

/** An older page of a room's messages joins those that are shown. */
export function putOlderHistory(rid: string, page: readonly Message[], hasOlder: boolean): Change {
  return (state) => {
    const all = new Map([...page, ...(state.histories[rid]?.messages ?? [])].map((message) => [message._id, message]));
    const messages = [...all.values()].sort(byTime);
    return { ...state, histories: { ...state.histories, [rid]: { messages, hasOlder, state: 'ready' } } };
  };
}

/** Orders messages by their time, oldest first. */
function byTime(a: Message, b: Message): number {
  return a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0;
}
