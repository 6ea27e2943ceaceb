import { drawingOf } from '../../../blocks/elements';
import { connectFlow } from '../../../flows/connectFlow';
import type { Flow, Position, Scene } from '../../../flows/Flow';
import { sayToUser } from '../../../flows/sayToUser';
import { readSnapshot } from '../../../flows/snapshots';
import { isAllowed } from '../../omnichannel/roles';
import type { ConnectedNumber } from '../../numbers/numbers';
import { readNumbers } from '../../numbers/numbers';
import { formatPhone } from '../../whatsapp/phoneNumbers';
import type { Check } from './BlockAction';
import { refuse } from './BlockAction';
import { flows, outOfDate, ownJourney } from './journeys';

/** A running journey, with the scene of its view. */
export interface OpenJourney {
  flow: Flow;
  position: Position;
  view: Scene;
}

/** For an action without a target: nothing that the client names is used. */
export const nothing: Check<undefined> = () => Promise.resolve({ target: undefined });

/** The number of a card. If the number was disconnected after the card was posted, the answer says so. */
export const connectedNumber: Check<ConnectedNumber> = async ({ scene, value, responder }) => {
  const number = (await readNumbers(scene.host)).find(({ digits }) => digits === value.number);
  if (number) {
    return { target: number };
  }
  await sayToUser(scene, scene.t('errors:numberGone', { number: formatPhone(value.number ?? '') }));
  return { answer: responder.successResponse() };
};

/** The journey of the view that holds the button. It must be the user's own and of the current version. */
export const ownView: Check<OpenJourney> = async (press) => {
  const { scene, responder } = press;
  const { flow, position } = await ownJourney(scene);
  const drawing = drawingOf(scene);
  if (flow && !(await isAllowed(scene.host, flow.who, scene.user))) {
    return { answer: await refuse(press, 'errors:notAllowed') };
  }
  return flow && position
    ? { target: { flow, position, view: scene } }
    : { answer: responder.updateModalViewResponse({ id: scene.stage, ...outOfDate(drawing, flow?.id) }) };
};

/** A view in which a journey may start again: the user's own, or one without a known journey. */
export const viewToStartIn: Check<Flow> = async ({ scene, value, responder }) => {
  if (value.flow !== connectFlow.id) {
    return { answer: responder.successResponse() };
  }
  const known = await readSnapshot(scene);
  const isForeign = known && (known.userId !== scene.user.id || !Object.hasOwn(flows, known.flow));
  const drawing = drawingOf(scene);
  return isForeign
    ? { answer: responder.updateModalViewResponse({ id: scene.stage, ...outOfDate(drawing) }) }
    : { target: connectFlow };
};
