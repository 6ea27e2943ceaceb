import type { Message } from '../../documents/Message';
import { byTime } from './byTime';
import type { Change, WorkspaceState } from '../WorkspaceState';

const isUnread = (state: WorkspaceState, message: Message, isNew: boolean): boolean =>
  isNew &&
  (state.selectedRid !== message.rid || document.hidden) &&
  message.u._id !== state.me?._id &&
  message.t === undefined;

/** A new or changed message takes its place by time; it counts as unread when nobody looks at its room. */
export function putMessage(message: Message): Change {
  return (state) => {
    const history = state.histories[message.rid];
    const known = history?.messages ?? [];
    const isNew = known.every(({ _id }) => _id !== message._id) && (history !== undefined || !message.editedAt);
    const place = known.map((one) => (one._id === message._id ? message : one));
    const messages = (place.includes(message) ? place : [...place, message]).sort(byTime);
    return {
      ...state,
      // A room that was never opened is fetched when it is.
      histories: history ? { ...state.histories, [message.rid]: { ...history, messages } } : state.histories,
      unread: isUnread(state, message, isNew)
        ? { ...state.unread, [message.rid]: (state.unread[message.rid] ?? 0) + 1 }
        : state.unread,
    };
  };
}
