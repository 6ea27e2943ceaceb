import { moveToNewView } from '../../flows/moveToNewView';
import { readSnapshot, removeSnapshot } from '../records/snapshots';
import { adminsOnly } from './adminsOnly';
import { flows } from './flows';
import { outOfDate } from './outOfDate';

/**
 * **Show the result** of slow work: the view is drawn as the journey stands now. A form with errors is a new view: the
 * one that is open may still show errors of an earlier attempt, which no update takes away.
 */
export const showProgress = adminsOnly(async ({ scene, responder }) => {
  const snapshot = await readSnapshot(scene);
  const flow = flows[snapshot?.flow ?? ''];
  const drawing = { appId: scene.host.app.id, t: scene.t };
  if (!snapshot || !flow || snapshot.version[1] !== flow.version) {
    return responder.updateModalViewResponse({ id: scene.stage, ...outOfDate(drawing, flow?.id) });
  }
  const screen = await flow.draw(snapshot.position, { ...scene, redraws: true });
  if (screen.kind === 'modal' && screen.errors) {
    const { viewId, modal } = await moveToNewView(flow, scene, snapshot.position);
    return responder.openModalViewResponse({ id: viewId, ...modal });
  }
  if (snapshot.position.done) {
    await removeSnapshot(scene);
  }
  return screen.kind === 'modal'
    ? responder.updateModalViewResponse({ id: scene.stage, ...screen.modal })
    : responder.successResponse();
});
