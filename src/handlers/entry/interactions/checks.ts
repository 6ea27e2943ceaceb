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

/** A journey that goes on, with the scene of the view that it is played in. */
export interface OpenJourney {
  flow: Flow;
  position: Position;
  view: Scene;
}

/** Acts on nothing that a client could name. */
export const nothing: Check<undefined> = () => Promise.resolve({ target: undefined });

/** The number of a card; the card may be older than the number's end, which is then said. */
export const connectedNumber: Check<ConnectedNumber> = async ({ scene, value, responder }) => {
  const number = (await readNumbers(scene.host)).find(({ digits }) => digits === value.number);
  if (number) {
    return { target: number };
  }
  await sayToUser(scene, scene.t('errors:numberGone', { number: formatPhone(value.number ?? '') }));
  return { answer: responder.successResponse() };
};

/** The journey of the view in which the button stands: one's own, of the version that is played now. */
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

/** The view of a journey that may begin anew in it: one's own, or none that is known. */
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
