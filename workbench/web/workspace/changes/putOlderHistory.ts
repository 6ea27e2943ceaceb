import type { Message } from '../../documents/Message';
import type { Change } from '../WorkspaceState';
import { byTime } from './byTime';

/** An older page of a room's messages joins those that are shown. */
export function putOlderHistory(rid: string, page: readonly Message[], hasOlder: boolean): Change {
  return (state) => {
    const all = new Map([...page, ...(state.histories[rid]?.messages ?? [])].map((message) => [message._id, message]));
    const messages = [...all.values()].sort(byTime);
    return { ...state, histories: { ...state.histories, [rid]: { messages, hasOlder, state: 'ready' } } };
  };
}
