import { goOn } from '../../flows/goOn';
import type { FlowEvent } from '../../flows/Flow';
import { readSnapshot } from '../records/snapshots';
import { adminsOnly } from './adminsOnly';
import { flows } from './flows';
import { outOfDate } from './outOfDate';
import type { PressHandler } from './Press';

/** A button inside a view: an event for the journey that the view belongs to. */
export function stepView(event: FlowEvent): PressHandler {
  return adminsOnly(async ({ scene, responder }) => {
    const snapshot = await readSnapshot(scene);
    const flow = flows[snapshot?.flow ?? ''];
    if (!snapshot || !flow || snapshot.version[1] !== flow.version) {
      const drawing = { appId: scene.host.app.id, t: scene.t };
      return responder.updateModalViewResponse({ id: scene.stage, ...outOfDate(drawing, flow?.id) });
    }
    const position = await goOn(flow, scene, snapshot.position, event);
    const screen = await flow.draw(position, { ...scene, redraws: true });
    return screen.kind === 'modal'
      ? responder.updateModalViewResponse({ id: scene.stage, ...screen.modal })
      : responder.successResponse();
  });
}
