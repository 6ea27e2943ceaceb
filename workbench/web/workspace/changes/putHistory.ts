import type { Message } from '../../documents/Message';
import type { Change } from '../WorkspaceState';

/** Fetched messages join those that came meanwhile; what only this reader sees stays until the page is loaded again. */
export function putHistory(rid: string, fetched: readonly Message[], hasOlder: boolean): Change {
  return (state) => {
    const known = state.histories[rid]?.messages ?? [];
    const all = new Map([...known, ...fetched].map((message) => [message._id, message]));
    const messages = [...all.values()].sort((a, b) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0));
    return { ...state, histories: { ...state.histories, [rid]: { messages, hasOlder, state: 'ready' } } };
  };
}
