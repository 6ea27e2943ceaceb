import { randomUUID } from 'crypto';
import { moveToNewView } from '../../flows/moveToNewView';
import { adminsOnly } from './adminsOnly';
import { outOfDate } from './outOfDate';
import { ownJourney } from './ownJourney';

/**
 * **Open again** under what the setup channel was told of slow work: the journey goes on where it stands, with what was
 * typed. The channel is shared; only the one who began a journey goes on with it.
 */
export const openAgain = adminsOnly(async ({ scene, value, responder }) => {
  const view = { ...scene, stage: value.view ?? '' };
  const { flow, position } = await ownJourney(view);
  if (!flow || !position || position.done) {
    const drawing = { appId: scene.host.app.id, t: scene.t };
    return responder.openModalViewResponse({ id: randomUUID(), ...outOfDate(drawing, flow?.id) });
  }
  const { viewId, modal } = await moveToNewView(flow, view, position);
  return responder.openModalViewResponse({ id: viewId, ...modal });
});
