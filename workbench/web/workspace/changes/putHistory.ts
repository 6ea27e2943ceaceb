import type { Message } from '../../documents/Message';
import type { Change } from '../WorkspaceState';
import { byTime } from './byTime';

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
