import type { StoreApi } from 'zustand/vanilla';
import type { Api } from '../api/Api';
import type { WorkspaceState } from './WorkspaceState';

/** Several messages in a moment are read together. */
const PAUSE_MS = 300;

const newest = ({ histories, me }: WorkspaceState, rid: string): string | undefined =>
  histories[rid]?.messages.findLast(({ u }) => u._id !== me?._id)?._id;

/** Whether somebody began to look at the open room, or something of others came while they look. */
const sawNews = (state: WorkspaceState, before: WorkspaceState, rid: string): boolean =>
  rid !== before.selectedRid ||
  rid in before.unread !== rid in state.unread ||
  newest(state, rid) !== newest(before, rid);

/** Tells the server which room is looked at, for the other windows of the same user. Gives the end of it. */
export function followReading({
  store,
  api,
}: {
  readonly store: StoreApi<WorkspaceState>;
  readonly api: Api;
}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = store.subscribe((state, before) => {
    const rid = state.selectedRid;
    if (rid !== undefined && !document.hidden && state.connection === 'online' && sawNews(state, before, rid)) {
      clearTimeout(timer);
      // Nobody waits for it: the next look tells it again.
      timer = setTimeout(() => void api.post('/api/v1/subscriptions.read', { rid }).catch(() => undefined), PAUSE_MS);
    }
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
