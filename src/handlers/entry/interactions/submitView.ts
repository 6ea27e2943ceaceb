import type {
  IUIKitResponse,
  UIKitViewCloseInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { drawingOf } from '../../../blocks/elements';
import { noticeModal } from '../../../blocks/modal';
import type { Scene, Screen } from '../../../flows/Flow';
import { goOn } from '../../../flows/runFlow';
import { removeSnapshot } from '../../../flows/snapshots';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import { isAgent, isAllowed, withRoles } from '../../omnichannel/roles';
import { outOfDate, ownJourney } from './journeys';
import { closeEvents, readView, submitEvents } from './submitEvents';

/** Handles a submitted view: continues its journey and shows the result in the view. */
export async function submitView(host: Host, context: UIKitViewSubmitInteractionContext): Promise<IUIKitResponse> {
  const data = context.getInteractionData();
  const view = readView(data.view);
  const responder = context.getInteractionResponder();
  const t = await translatorOf(host);
  const user = await withRoles(host, data.user);
  const scene = { host, user, t, stage: view.id };
  const notice = (key: string) =>
    responder.updateModalViewResponse({
      id: view.id,
      ...noticeModal(drawingOf({ host, t }), { title: t('connect:noticeTitle'), text: t(key) }),
    });
  if (!isAgent(user)) {
    return notice('errors:notAllowed');
  }
  try {
    // A double click submits twice. The second submit runs when the first has ended or continues in the background, and
    // finds the journey there.
    return await host.memory.locks.run(`view ${view.id}`, () => submit(scene, view, responder));
  } catch (error) {
    host.logger.error('A submitted view failed:', String(error));
    return notice('errors:bug');
  }
}

async function submit(
  scene: Scene,
  view: ReturnType<typeof readView>,
  responder: UIKitInteractionResponder,
): Promise<IUIKitResponse> {
  const { flow, position: before } = await ownJourney(scene);
  if (flow && !(await isAllowed(scene.host, flow.who, scene.user))) {
    const text = scene.t('errors:notAllowed');
    const drawing = drawingOf(scene);
    const notice = noticeModal(drawing, { title: scene.t('connect:noticeTitle'), text });
    return responder.updateModalViewResponse({ id: view.id, ...notice });
  }
  const toEvent = submitEvents[flow?.id ?? ''];
  if (!flow || !before || !toEvent) {
    const drawing = drawingOf(scene);
    return responder.updateModalViewResponse({ id: view.id, ...outOfDate(drawing, flow?.id) });
  }
  const position = await goOn(flow, scene, before, toEvent(view, before.context));
  if (position.done) {
    await removeSnapshot(scene);
    return responder.successResponse();
  }
  return viewAnswer(responder, view.id, await flow.draw(position, scene));
}

/**
 * Handles a closed view: deletes its journey, unless slow work of it still runs or the typed values are kept for later.
 */
export async function closeView(host: Host, context: UIKitViewCloseInteractionContext): Promise<IUIKitResponse> {
  const { user, ...data } = context.getInteractionData();
  const view = readView(data.view);
  const scene = { host, user, t: await translatorOf(host), stage: view.id };
  await host.memory.locks.run(`view ${view.id}`, async () => {
    // A client may name any view, so only the user's own journey is deleted.
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

/** The answer to a submitted view: errors under its fields, the view drawn again, or nothing. */
export function viewAnswer(responder: UIKitInteractionResponder, viewId: string, screen: Screen): IUIKitResponse {
  if (screen.kind === 'nothing') {
    return responder.successResponse();
  }
  return screen.errors
    ? responder.viewErrorResponse({ viewId, errors: screen.errors })
    : updateView(responder, viewId, screen);
}

/** An open view is drawn again on its own surface. */
export function updateView(responder: UIKitInteractionResponder, viewId: string, screen: Screen): IUIKitResponse {
  if (screen.kind === 'nothing') {
    return responder.successResponse();
  }
  const view = { id: viewId, ...screen.modal };
  return screen.surface === 'bar'
    ? responder.updateContextualBarViewResponse(view)
    : responder.updateModalViewResponse(view);
}
