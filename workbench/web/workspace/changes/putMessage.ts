import type { Message } from '../../documents/Message';
import { byTime } from './byTime';
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
