import type { IUIKitResponse, UIKitViewCloseInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { goOn } from '../../../flows/runFlow';
import { removeSnapshot } from '../../../flows/snapshots';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translation/translatorOf';
import { ownJourney } from './ownJourney';
import { closeEvents } from './submitEvents';

/**
 * A view was closed: its journey is forgotten, unless slow work of it still goes on or what was typed is kept to be gone on
 * with.
 */
export async function closeView(host: Host, context: UIKitViewCloseInteractionContext): Promise<IUIKitResponse> {
  const { user, view } = context.getInteractionData();
  const scene = { host, user, t: await translatorOf(host), stage: view.id };
  await host.memory.locks.run(`view ${view.id}`, async () => {
    // A client may name any view: only one's own journey is forgotten.
    const { flow, position } = await ownJourney(scene);
    if (flow && position && !position.busy && flow.keeps(position)) {
      const toEvent = closeEvents[flow.id];
      await (toEvent && goOn(flow, scene, position, toEvent(view, position.context)));
    } else if (flow && !position?.busy) {
      await removeSnapshot(scene);
    }
  });
  return context.getInteractionResponder().successResponse();
}
