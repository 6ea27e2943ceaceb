import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { randomUUID } from 'crypto';
import { drawingOf } from '../../../blocks/elements';
import { connectFlow } from '../../../flows/connectFlow';
import { disconnectFlow } from '../../../flows/disconnectFlow';
import { doctorFlow } from '../../../flows/doctorFlow';
import { editFlow } from '../../../flows/editFlow';
import type { Flow, FlowEvent, Position } from '../../../flows/Flow';
import { formOf } from '../../../flows/number/numberModels';
import { advance, beginFlow, goOn, moveToNewView } from '../../../flows/runFlow';
import { removeSnapshot } from '../../../flows/snapshots';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { Check, Press } from './BlockAction';
import type { OpenJourney } from './checks';
import { outOfDate, ownJourney } from './journeys';
import { updateView } from './submitView';

/** **Connect WhatsApp Number**: opens the modal. */
export async function openConnect({ scene, responder }: Press): Promise<IUIKitResponse> {
  const { viewId, modal } = await beginFlow(connectFlow, scene, undefined);
  return responder.openModalViewResponse({ id: viewId, ...modal });
}

/** **Edit** on a number's card: opens the modal with the stored values, except the key. */
export async function openEdit({ scene, responder }: Press, number: ConnectedNumber): Promise<IUIKitResponse> {
  const { viewId, modal } = await beginFlow(editFlow, scene, { digits: number.digits, form: formOf(number) });
  return responder.openModalViewResponse({ id: viewId, ...modal });
}

/** **Disconnect** on a number's card: asks for confirmation. */
export async function openDisconnect(
  { scene, responder }: Press,
  { digits }: ConnectedNumber,
): Promise<IUIKitResponse> {
  const { viewId, modal } = await beginFlow(disconnectFlow, scene, { digits });
  return responder.openModalViewResponse({ id: viewId, ...modal });
}

/** **Doctor** on a number's card: examines it. */
export async function openDoctor({ scene, responder }: Press, { digits }: ConnectedNumber): Promise<IUIKitResponse> {
  const { viewId, modal } = await beginFlow(doctorFlow, scene, { digits });
  return responder.openModalViewResponse({ id: viewId, ...modal });
}

/**
 * The journey that the button under a late notice names. It must be the user's own and still running, because the
 * channel is shared.
 */
export const namedJourney: Check<OpenJourney> = async ({ scene, value, responder }) => {
  const view = { ...scene, stage: value.view ?? '' };
  const { flow, position } = await ownJourney(view);
  if (flow && position && !position.done) {
    return { target: { flow, position, view } };
  }
  const drawing = drawingOf(scene);
  return { answer: responder.openModalViewResponse({ id: randomUUID(), ...outOfDate(drawing, flow?.id) }) };
};

/** **Open again** under the result of slow work in the setup channel: continues the journey with the typed values. */
export async function openAgain({ responder }: Press, { flow, position, view }: OpenJourney): Promise<IUIKitResponse> {
  const { viewId, modal } = await moveToNewView(flow, view, position);
  return responder.openModalViewResponse({ id: viewId, ...modal });
}

/** A button or a choice inside a view: an event for the journey that the view belongs to. */
export function stepView(event: FlowEvent | ((press: Press) => FlowEvent)) {
  return async (press: Press, { flow, position: before }: OpenJourney): Promise<IUIKitResponse> =>
    redraw(press, flow, await goOn(flow, press.scene, before, typeof event === 'function' ? event(press) : event));
}

/** **Start again** in a view whose step was out of date: restarts the journey in the same view. */
export async function startAgain(press: Press, flow: Flow): Promise<IUIKitResponse> {
  const position = await advance(flow, press.scene, flow.start(undefined));
  const screen = await flow.draw(position, press.scene);
  return updateView(press.responder, press.scene.stage, screen);
}

/**
 * **Show the result** of slow work: draws the current position of the journey. A form with errors opens as a new view,
 * because no update can remove the errors of an earlier attempt from the open one.
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
