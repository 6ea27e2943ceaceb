import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import type { Flow, FlowEvent, Position } from '../../../flows/Flow';
import { advance, goOn, moveToNewView } from '../../../flows/runFlow';
import { removeSnapshot } from '../../../flows/snapshots';
import type { OpenJourney } from './checks';
import type { Press } from './Press';
import { updateView } from './viewAnswer';

/** A button or a choice inside a view: an event for the journey that the view belongs to. */
export function stepView(event: FlowEvent | ((press: Press) => FlowEvent)) {
  return async (press: Press, { flow, position: before }: OpenJourney): Promise<IUIKitResponse> =>
    redraw(press, flow, await goOn(flow, press.scene, before, typeof event === 'function' ? event(press) : event));
}

/** **Start again** in a view whose step was out of date: the same view begins its journey anew. */
export async function startAgain(press: Press, flow: Flow): Promise<IUIKitResponse> {
  const position = await advance(flow, press.scene, flow.start(undefined));
  const screen = await flow.draw(position, press.scene);
  return updateView(press.responder, press.scene.stage, screen);
}

/**
 * **Show the result** of slow work: the view is drawn as the journey stands now. A form with errors is a new view: the
 * one that is open may still show errors of an earlier attempt, which no update takes away.
 */
export async function showProgress(press: Press, { flow, position }: OpenJourney): Promise<IUIKitResponse> {
  const { scene, responder } = press;
  const screen = await flow.draw(position, { ...scene, redraws: true });
  if (screen.kind === 'modal' && screen.errors) {
    const { viewId, modal } = await moveToNewView(flow, scene, position);
    return responder.openModalViewResponse({ id: viewId, ...modal });
  }
  if (position.done) {
    await removeSnapshot(scene);
  }
  return updateView(responder, scene.stage, screen);
}

async function redraw({ scene, responder }: Press, flow: Flow, position: Position): Promise<IUIKitResponse> {
  const screen = await flow.draw(position, { ...scene, redraws: true });
  return updateView(responder, scene.stage, screen);
}
