import type { Inquiry } from '../../documents/Room';
import { selectRoom } from '../changes/roomChanges';
import { fetchHistory } from '../fetchWorkspace';
import { roomPath } from '../roomPath';
import type { Workspace } from '../Workspace';

/** Opens a room, at a message when one is given, and fetches what was said there. */
export async function openRoom(workspace: Workspace, rid: string, mid?: string): Promise<void> {
  const { store, api } = workspace;
  workspace.change(selectRoom(rid, mid));
  const { rooms, histories } = store.getState();
  const room = rooms[rid];
  if (room) {
    const path = `${roomPath(room)}${window.location.search.replace(/[?&]msg=[^&]*/, '')}`;
    window.history.replaceState(null, '', path);
  }
  if (histories[rid]?.state === 'ready') {
    return;
  }
  workspace.change((state) => ({
    ...state,
    histories: {
      ...state.histories,
      [rid]: { messages: histories[rid]?.messages ?? [], hasOlder: false, state: 'loading' },
    },
  }));
  const fetched = await workspace.attempt(async () => workspace.change(await fetchHistory(api, store.getState(), rid)));
  if (!fetched) {
    workspace.change((state) => ({
      ...state,
      histories: { ...state.histories, [rid]: { messages: [], hasOlder: false, state: 'failed' } },
    }));
  }
}

/** Takes a conversation out of the queue and opens it. */
export async function takeInquiry(workspace: Workspace, inquiry: Inquiry): Promise<void> {
  const taken = await workspace.attempt(() =>
    workspace.api.post('/api/v1/livechat/inquiries.take', { inquiryId: inquiry._id }),
  );
  if (taken) {
    await openRoom(workspace, inquiry.rid);
  }
}

/** Closes a conversation with a customer. */
export function closeConversation(workspace: Workspace, rid: string, comment: string): Promise<boolean> {
  return workspace.attempt(() =>
    workspace.api.post('/api/v1/livechat/room.closeByUser', { rid, ...(comment && { comment }) }),
  );
}

/** Says whether one takes conversations. */
export function setAvailability(workspace: Workspace, status: 'available' | 'not-available'): Promise<boolean> {
  return workspace.attempt(() => workspace.api.post('/api/v1/livechat/agent.status', { status }));
}
