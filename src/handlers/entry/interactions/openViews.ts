import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { randomUUID } from 'crypto';
import { connectFlow } from '../../../flows/connectFlow';
import { disconnectFlow } from '../../../flows/disconnectFlow';
import { doctorFlow } from '../../../flows/doctorFlow';
import { editFlow } from '../../../flows/editFlow';
import { formOf } from '../../../flows/number/numberModels';
import { beginFlow, moveToNewView } from '../../../flows/runFlow';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { Check } from './BlockAction';
import type { OpenJourney } from './checks';
import { outOfDate } from './outOfDate';
import { ownJourney } from './ownJourney';
import type { Press } from './Press';

/** **Connect WhatsApp Number**: opens the modal. */
export async function openConnect({ scene, responder }: Press): Promise<IUIKitResponse> {
  const { viewId, modal } = await beginFlow(connectFlow, scene, undefined);
  return responder.openModalViewResponse({ id: viewId, ...modal });
}

/** **Edit** on a number's card: opens the modal with what is stored, the key apart. */
export async function openEdit({ scene, responder }: Press, number: ConnectedNumber): Promise<IUIKitResponse> {
  const { viewId, modal } = await beginFlow(editFlow, scene, { digits: number.digits, form: formOf(number) });
  return responder.openModalViewResponse({ id: viewId, ...modal });
}

/** **Disconnect** on a number's card: asks first. */
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

/** The journey that the button under a late notice names: one's own, and one that goes on. The channel is shared. */
export const namedJourney: Check<OpenJourney> = async ({ scene, value, responder }) => {
  const view = { ...scene, stage: value.view ?? '' };
  const { flow, position } = await ownJourney(view);
  if (flow && position && !position.done) {
    return { target: { flow, position, view } };
  }
  const drawing = { appId: scene.host.app.id, t: scene.t };
  return { answer: responder.openModalViewResponse({ id: randomUUID(), ...outOfDate(drawing, flow?.id) }) };
};

/**
 * **Open again** under what the setup channel was told of slow work: the journey goes on where it stands, with what was
 * typed.
 */
export async function openAgain({ responder }: Press, { flow, position, view }: OpenJourney): Promise<IUIKitResponse> {
  const { viewId, modal } = await moveToNewView(flow, view, position);
  return responder.openModalViewResponse({ id: viewId, ...modal });
}
