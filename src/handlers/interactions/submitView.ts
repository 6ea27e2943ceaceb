import type { IUIKitResponse, UIKitViewSubmitInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { noticeModal } from '../../blocks/noticeModal';
import { goOn } from '../../flows/goOn';
import type { Host } from '../Host';
import { readSnapshot, removeSnapshot } from '../records/snapshots';
import { translatorOf } from '../translation/translatorOf';
import { flows } from './flows';
import { isAdmin } from './isAdmin';
import { outOfDate } from './outOfDate';
import { submitEvents } from './submitEvents';
import { viewAnswer } from './viewAnswer';
import { withRoles } from './withRoles';

/** A view was submitted: the journey it belongs to goes on, and the view shows what came of it. */
export async function submitView(host: Host, context: UIKitViewSubmitInteractionContext): Promise<IUIKitResponse> {
  const { view, ...data } = context.getInteractionData();
  const responder = context.getInteractionResponder();
  const t = await translatorOf(host);
  const user = await withRoles(host, data.user);
  const scene = { host, user, t, stage: view.id };
  const drawing = { appId: host.app.id, t };
  const notice = (key: string) =>
    responder.updateModalViewResponse({
      id: view.id,
      ...noticeModal(drawing, { title: t('connect:noticeTitle'), text: t(key) }),
    });
  if (!isAdmin(user)) {
    return notice('errors:notAllowed');
  }
  const snapshot = await readSnapshot(scene);
  const flow = flows[snapshot?.flow ?? ''];
  const toEvent = submitEvents[flow?.id ?? ''];
  if (!snapshot || !flow || !toEvent || snapshot.version[1] !== flow.version || snapshot.userId !== user.id) {
    return responder.updateModalViewResponse({ id: view.id, ...outOfDate(drawing, flow?.id) });
  }
  try {
    const position = await goOn(flow, scene, snapshot.position, toEvent(view, snapshot.position.context));
    if (position.done) {
      await removeSnapshot(scene);
      return responder.successResponse();
    }
    return viewAnswer(responder, view.id, await flow.draw(position, scene));
  } catch (error) {
    host.logger.error('A submitted view failed:', String(error));
    return notice('errors:bug');
  }
}
