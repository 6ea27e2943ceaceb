import type { IUIKitResponse, UIKitViewCloseInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import type { Host } from '../Host';
import { readSnapshot, removeSnapshot } from '../records/snapshots';
import { translatorOf } from '../translation/translatorOf';
import { flows } from './flows';

/** A view was closed: its journey is forgotten, unless slow work of it still goes on. */
export async function closeView(host: Host, context: UIKitViewCloseInteractionContext): Promise<IUIKitResponse> {
  const { user, view } = context.getInteractionData();
  const scene = { host, user, t: await translatorOf(host), stage: view.id };
  const snapshot = await readSnapshot(scene);
  // A client may name any view: only one's own journey is forgotten.
  if (snapshot?.userId === user.id && flows[snapshot.flow] && !snapshot.position.busy) {
    await removeSnapshot(scene);
  }
  return context.getInteractionResponder().successResponse();
}
