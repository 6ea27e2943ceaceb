import { moveToNewView } from '../../flows/moveToNewView';
import { removeSnapshot } from '../records/snapshots';
import { adminsOnly } from './adminsOnly';
import { outOfDate } from './outOfDate';
import { ownJourney } from './ownJourney';

/**
 * **Show the result** of slow work: the view is drawn as the journey stands now. A form with errors is a new view: the
 * one that is open may still show errors of an earlier attempt, which no update takes away.
 */
export const showProgress = adminsOnly(async ({ scene, responder }) => {
  const { flow, position } = await ownJourney(scene);
  const drawing = { appId: scene.host.app.id, t: scene.t };
  if (!flow || !position) {
    return responder.updateModalViewResponse({ id: scene.stage, ...outOfDate(drawing, flow?.id) });
  }
  const screen = await flow.draw(position, { ...scene, redraws: true });
  if (screen.kind === 'modal' && screen.errors) {
    const { viewId, modal } = await moveToNewView(flow, scene, position);
    return responder.openModalViewResponse({ id: viewId, ...modal });
  }
  if (position.done) {
    await removeSnapshot(scene);
  }
  return screen.kind === 'modal'
    ? responder.updateModalViewResponse({ id: scene.stage, ...screen.modal })
    : responder.successResponse();
});
