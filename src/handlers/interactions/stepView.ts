import { goOn } from '../../flows/goOn';
import type { FlowEvent } from '../../flows/Flow';
import { adminsOnly } from './adminsOnly';
import { outOfDate } from './outOfDate';
import { ownJourney } from './ownJourney';
import type { PressHandler } from './Press';

/** A button inside a view: an event for the journey that the view belongs to. */
export function stepView(event: FlowEvent): PressHandler {
  return adminsOnly(async ({ scene, responder }) => {
    const { flow, position: before } = await ownJourney(scene);
    if (!flow || !before) {
      const drawing = { appId: scene.host.app.id, t: scene.t };
      return responder.updateModalViewResponse({ id: scene.stage, ...outOfDate(drawing, flow?.id) });
    }
    const position = await goOn(flow, scene, before, event);
    const screen = await flow.draw(position, { ...scene, redraws: true });
    return screen.kind === 'modal'
      ? responder.updateModalViewResponse({ id: scene.stage, ...screen.modal })
      : responder.successResponse();
  });
}
