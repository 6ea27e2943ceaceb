import { advance } from '../../flows/advance';
import { connectFlow } from '../../flows/connect/connectFlow';
import { readSnapshot } from '../records/snapshots';
import { adminsOnly } from './adminsOnly';
import { flows } from './flows';
import { outOfDate } from './outOfDate';

/**
 * **Start again** in a view whose step was out of date: the same view begins its journey anew. Only connecting a number
 * begins with nothing; the other journeys begin at their number's card. A client may name any view: neither somebody
 * else's journey nor the channel's dialogue gives its place.
 */
export const startAgain = adminsOnly(async ({ scene, value, responder }) => {
  if (value.flow !== connectFlow.id) {
    return responder.successResponse();
  }
  const known = await readSnapshot(scene);
  if (known && (known.userId !== scene.user.id || !Object.hasOwn(flows, known.flow))) {
    const drawing = { appId: scene.host.app.id, t: scene.t };
    return responder.updateModalViewResponse({ id: scene.stage, ...outOfDate(drawing) });
  }
  const position = await advance(connectFlow, scene, connectFlow.start(undefined));
  const screen = await connectFlow.draw(position, scene);
  return screen.kind === 'modal'
    ? responder.updateModalViewResponse({ id: scene.stage, ...screen.modal })
    : responder.successResponse();
});
