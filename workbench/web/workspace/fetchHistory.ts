import type { Api } from '../api/Api';
import { Message } from '../documents/Message';
import { readList } from '../documents/readList';
import { isRecord } from '../state/isRecord';
import { putHistory } from './changes/putHistory';
import { putOlderHistory } from './changes/putOlderHistory';
import type { Change, WorkspaceState } from './WorkspaceState';

const PAGE = 50;
const PATHS = { c: 'channels.messages', p: 'groups.messages', d: 'im.messages' } as const;

const pathOf = (state: WorkspaceState, rid: string): string => {
  const type = state.rooms[rid]?.t ?? 'l';
  const id = encodeURIComponent(rid);
  return type === 'l' ? `/api/v1/livechat/room/${id}/messages?` : `/api/v1/${PATHS[type]}?roomId=${id}&`;
};

/** A page of a room's messages, counted from the newest. @throws ApiError when the server refuses or cannot be reached. */
export async function fetchHistory(api: Api, state: WorkspaceState, rid: string, offset = 0): Promise<Change> {
  const body = await api.get(`${pathOf(state, rid)}count=${PAGE}&offset=${offset}`);
  // The server gives the newest first: turned round, messages of the same moment keep their order.
  const messages = [...readList(Message, body, 'messages')].reverse();
  const total = isRecord(body) && typeof body['total'] === 'number' ? body['total'] : 0;
  const put = offset === 0 ? putHistory : putOlderHistory;
  return put(rid, messages, offset + messages.length < total);
}
