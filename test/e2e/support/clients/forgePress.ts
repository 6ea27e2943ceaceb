import type { TestClient } from './TestClient';
import type { TestWorkbench } from '../instances/TestWorkbench';

interface Press {
  actionId: string;
  /** The button's value as it goes over the wire. */
  value?: string;
  container: { type: 'message' | 'view'; id?: string | undefined };
  rid?: string | undefined;
  mid?: string | undefined;
}

/** Sends the press of a button that no page drew, with whatever a forged client claims. Resolves with the app's answer. */
export function forgePress(
  { appId }: TestWorkbench,
  client: TestClient,
  { actionId, value = '{}', container, rid, mid }: Press,
): Promise<{ status: number; body: object | '' }> {
  return client.http.request('POST', `/api/apps/ui.interaction/${appId}`, {
    type: 'blockAction',
    triggerId: 'forged',
    actionId,
    payload: { blockId: 'forged', value },
    container,
    ...(rid && { rid }),
    ...(mid && { mid }),
  });
}
