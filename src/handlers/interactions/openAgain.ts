import { randomUUID } from 'crypto';
import { moveToNewView } from '../../flows/moveToNewView';
import { readSnapshot } from '../records/snapshots';
import { adminsOnly } from './adminsOnly';
import { flows } from './flows';
import { outOfDate } from './outOfDate';

/**
 * **Open again** under what the setup channel was told of slow work: the journey goes on where it stands, with what was
 * typed. The channel is shared; only the one who began a journey goes on with it.
 */
export const openAgain = adminsOnly(async ({ scene, value, responder }) => {
  const view = { ...scene, stage: value.view ?? '' };
  const snapshot = await readSnapshot(view);
  const flow = flows[snapshot?.flow ?? ''];
  const isOwn = snapshot?.userId === scene.user.id && snapshot.version[1] === flow?.version;
  if (!snapshot || !flow || !isOwn || snapshot.position.done) {
    const drawing = { appId: scene.host.app.id, t: scene.t };
    return responder.openModalViewResponse({ id: randomUUID(), ...outOfDate(drawing, flow?.id) });
  }
  const { viewId, modal } = await moveToNewView(flow, view, snapshot.position);
  return responder.openModalViewResponse({ id: viewId, ...modal });
});
