import { advance } from '../../flows/advance';
import { adminsOnly } from './adminsOnly';
import { flows } from './flows';

/** **Start again** in a view whose step was out of date: the same view begins its journey anew. */
export const startAgain = adminsOnly(async ({ scene, value, responder }) => {
  const flow = flows[value.flow ?? ''];
  if (!flow) {
    return responder.successResponse();
  }
  const position = await advance(flow, scene, flow.start(undefined));
  const screen = await flow.draw(position, scene);
  return screen.kind === 'modal'
    ? responder.updateModalViewResponse({ id: scene.stage, ...screen.modal })
    : responder.successResponse();
});
