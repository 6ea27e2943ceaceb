import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { randomUUID } from 'crypto';
import * as v from 'valibot';
import { drawingOf } from '../../../blocks/elements';
import { noticeModal } from '../../../blocks/modal';
import type { FlowEvent } from '../../../flows/Flow';
import { goOn } from '../../../flows/runFlow';
import { sayToUser } from '../../../flows/sayToUser';
import { openTemplateWizard } from '../../../flows/sendTemplate/openTemplateWizard';
import type { Problem } from '../../core/errors/AppError';
import type { ConnectedNumber } from '../../numbers/numbers';
import { refreshByHand } from '../../numbers/templates/fetchTemplates';
import { maySee } from '../../omnichannel/roles';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { formatPhone } from '../../whatsapp/phoneNumbers';
import type { Check, Press } from './BlockAction';
import type { OpenJourney } from './checks';
import { namedJourney } from './openViews';
import { isField, readTypedField } from './submitEvents';
import { updateView } from './submitView';

/** The event for the journey when a button in the list, the form or the review of templates is pressed. */
export const templateEvents = {
  number: ({ value, typed }: Press): FlowEvent => ({ type: 'NUMBER', number: value.number ?? typed }),
  search: ({ typed }: Press): FlowEvent => ({ type: 'VIEW', view: { search: typed } }),
  language: ({ typed }: Press): FlowEvent => ({ type: 'VIEW', view: { language: chosen(typed) } }),
  status: ({ typed }: Press): FlowEvent => ({ type: 'VIEW', view: { status: chosen(typed) } }),
  page: ({ value }: Press): FlowEvent => ({ type: 'VIEW', view: { page: value.page ?? 0 } }),
  show: ({ value: { template = '', language = '' } }: Press): FlowEvent => ({ type: 'SHOW', name: template, language }),
  otherLanguage: ({ typed }: Press): FlowEvent => ({ type: 'LANGUAGE', language: typed }),
  fill: ({ value: { input = '', text = '' } }: Press): FlowEvent =>
    isField(input) ? { type: 'FILL', input, value: text, revision: Date.now() } : { type: 'TYPED', typed: {} },
  field: ({ actionId, typed }: Press): FlowEvent => ({
    type: 'TYPED',
    typed: readTypedField(actionId, typed),
  }),
} as const;

/** The context of a journey whose steps are drawn in a contextual bar. */
const inBar = v.object({ surface: v.literal('bar') });

/** The choice of a select that means "none". */
function chosen(value: string): string {
  return value === 'all' ? '' : value;
}

/**
 * **Use**: opens the form, which is always a modal, because only modals keep errors and values on every server and on
 * mobile. From a contextual bar it starts a separate message, and the bar stays open.
 */
export async function useTemplate(press: Press, { flow, position }: OpenJourney): Promise<IUIKitResponse> {
  const { scene, responder } = press;
  const isBar = v.is(inBar, position.context);
  const stage = isBar ? randomUUID() : scene.stage;
  const view = { ...scene, stage, redraws: true };
  const next = await goOn(flow, view, position, { type: 'USE' });
  const screen = await flow.draw(next, view);
  if (!isBar || screen.kind !== 'modal') {
    return updateView(responder, stage, screen);
  }
  return responder.openModalViewResponse({ id: stage, ...screen.modal });
}

/** A message that this person started and may continue. */
export const ownDraft: Check<OpenJourney> = async (press) => {
  const checked = await namedJourney(press);
  const isDraft = 'answer' in checked || checked.target.flow.who === 'agent';
  return isDraft ? checked : { answer: press.responder.successResponse() };
};

/**
 * The conversation in whose menu **Send WhatsApp template** was pressed, for somebody who takes part in it, or for any
 * agent while it waits in the queue. Conversations of other channels have the button too, and a client may name any
 * room.
 */
export const ownConversation: Check<IRoom> = async (press) => {
  const { host, user, room: named } = press.scene;
  const room = named && (await host.read.getRoomReader().getById(named.id));
  if (!room || !readWhatsappRoom(room, host.app.id)) {
    return { answer: answerWith(press, { key: 'templates:otherRoom' }) };
  }
  return (await maySee(host, user, room))
    ? { target: room }
    : { answer: answerWith(press, { key: 'errors:notInConversation' }) };
};

/** From a menu. Only the web client has such buttons, so the user can see a contextual bar. */
export function openTemplates(press: Press, room: IRoom): Promise<IUIKitResponse> {
  return open(press, room, 'bar');
}

/** From a card in the conversation. The user may be on a mobile client, which has no contextual bars. */
export function openTemplatesInModal(press: Press, room: IRoom): Promise<IUIKitResponse> {
  return open(press, room, 'modal');
}

/** **Refresh Templates** on the card of a failed template. The user reads what changed. */
export async function refreshList(
  { scene, responder }: Press,
  { number: digits }: WhatsappRoom,
): Promise<IUIKitResponse> {
  const { host, t } = scene;
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  if (!number) {
    await sayToUser(scene, t('errors:numberGone', { number: formatPhone(digits) }));
    return responder.successResponse();
  }
  await sayToUser(scene, t('templates:refreshing'));
  // Not awaited: 360dialog may take longer than the client waits.
  void tellRefreshed(scene, number);
  return responder.successResponse();
}

async function tellRefreshed(scene: Press['scene'], number: ConnectedNumber): Promise<void> {
  const { host, t } = scene;
  const { key, params } = await refreshByHand(host, number, t);
  try {
    await sayToUser(scene, t(key, params));
  } catch (error) {
    host.logger.warn('Nobody was told that the templates were read again:', String(error));
  }
}

async function open(press: Press, room: IRoom, surface: 'bar' | 'modal'): Promise<IUIKitResponse> {
  const { scene, responder } = press;
  const opened = await openTemplateWizard({ ...scene, room }, { room, surface, status: 'sendable' });
  if ('refusal' in opened) {
    return answerWith(press, opened.refusal);
  }
  const view = { id: opened.first.viewId, ...opened.first.modal };
  return surface === 'bar' ? responder.openContextualBarViewResponse(view) : responder.openModalViewResponse(view);
}

function answerWith({ scene, responder }: Press, { key, params }: Problem): IUIKitResponse {
  const { host, t } = scene;
  const facts = { title: t('templates:formTitle'), text: t(key, params) };
  return responder.openModalViewResponse({ id: randomUUID(), ...noticeModal(drawingOf({ host, t }), facts) });
}
