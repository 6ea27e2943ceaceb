import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { randomUUID } from 'crypto';
import * as v from 'valibot';
import { drawingOf } from '../../../blocks/elements';
import { cancelQuestion, listResult } from '../../../blocks/listResult';
import type { ModalScreen } from '../../../blocks/modal';
import { noticeModal } from '../../../blocks/modal';
import { bulkTemplateFlow } from '../../../flows/bulkTemplate/bulkTemplateFlow';
import type { Flow, Step } from '../../../flows/Flow';
import { advance } from '../../../flows/runFlow';
import { templateOf } from '../../../flows/sendTemplate/lookup';
import { sendTemplateFlow } from '../../../flows/sendTemplate/sendTemplateFlow';
import type { RoomFile } from '../../../machines/templateFields';
import { describeError } from '../../core/errors/describeError';
import type { Problem } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { keepTemplate } from '../../numbers/templates/templates';
import { isAdmin } from '../../omnichannel/roles';
import { listFiles } from '../../omnichannel/files/findFile';
import type { ResultView } from '../../outbound/bulk/listResult';
import { countOpenBatch, resultModel, sendResult } from '../../outbound/bulk/listResult';
import { tellProgress } from '../../outbound/bulk/tellBulk';
import type { TemplateJob } from '../../outbound/bulk/templateJobs';
import { findJob, wishFor } from '../../outbound/bulk/templateJobs';
import { sendSoon } from '../../outbound/templates/templateQueue';
import type { Check, Press } from './BlockAction';
import type { OpenJourney } from './checks';
import { updateView } from './submitView';

/** The context that both journeys share. The ids are those of their own machines. */
const contextSchema = v.object({
  roomId: v.string(),
  number: v.string(),
  template: v.object({ name: v.string(), language: v.string() }),
});

/** **Send to a list**: replaces the single recipient, in the same view. */
export async function openList(press: Press, { flow, position }: OpenJourney): Promise<IUIKitResponse> {
  const { scene, responder } = press;
  const context = v.safeParse(contextSchema, position.context);
  if (flow.id !== sendTemplateFlow.id || position.state !== 'addressing' || !context.success) {
    return responder.successResponse();
  }
  const { roomId, number, template } = context.output;
  const [files, whole] = await Promise.all([
    filesOf(scene.host, roomId, scene.user.id),
    templateOf(scene.host, { number, template }),
  ]);
  const kept = whole && keepTemplate(whole);
  return play(press, bulkTemplateFlow, bulkTemplateFlow.start({ roomId, number, template, kept, ...files }));
}

/** **Back** from the list to the one recipient. */
export async function leaveList(press: Press, { flow, position }: OpenJourney): Promise<IUIKitResponse> {
  const context = v.safeParse(contextSchema, position.context);
  if (flow.id !== bulkTemplateFlow.id || position.state !== 'listing' || !context.success) {
    return press.responder.successResponse();
  }
  const { roomId, number, template } = context.output;
  const opening = { roomId, surface: 'modal', status: 'sendable', number, customerIsFixed: false, recent: [] };
  const list = sendTemplateFlow.start(opening);
  const shown = sendTemplateFlow.step(list.position, { type: 'SHOW', ...template });
  return play(press, sendTemplateFlow, sendTemplateFlow.step(shown.position, { type: 'USE' }));
}

async function play({ scene, responder }: Press, flow: Flow, step: Step): Promise<IUIKitResponse> {
  const position = await advance(flow, scene, step);
  return updateView(responder, scene.stage, await flow.draw(position, { ...scene, redraws: true }));
}

/** Files that may be lists and files that this user posted, newest first. Files of other rooms are never listed. */
async function filesOf(
  host: Host,
  roomId: string,
  userId: string,
): Promise<{ files: RoomFile[]; ownFiles: RoomFile[] }> {
  const found = await listFiles(host, roomId);
  const isList = ({ file }: (typeof found)[number]) => /\.(?:csv|tsv|txt)$/i.test(file.name);
  return {
    files: found.filter(isList).map(({ file }) => file),
    ownFiles: found.filter(({ senderId }) => senderId === userId).map(({ file }) => file),
  };
}

/** The list that a press names, for the person who started it and for administrators. A client may name any list. */
export const ownList: Check<TemplateJob> = async (press) => {
  const { scene, value } = press;
  const job = value.job === undefined ? undefined : await findJob(scene.host, value.job);
  if (!job || job.origin !== 'bulk' || job.state === 'draft') {
    return { answer: answerWith(press, { key: 'bulk:forgotten' }) };
  }
  return job.sentBy?.id === scene.user.id || isAdmin(scene.user)
    ? { target: job }
    : { answer: answerWith(press, { key: 'bulk:notYours' }) };
};

/** **Show result** below a message: opens a new window. */
export async function showList(press: Press, job: TemplateJob): Promise<IUIKitResponse> {
  return answerModal(press, await drawResult(press, job));
}

/** **Pause** and **Resume**, and the result after that. */
export function wishForList(wish: 'pause' | 'resume' | 'cancel') {
  return async (press: Press, { id }: TemplateJob): Promise<IUIKitResponse> => {
    const { host } = press.scene;
    const wished = await wishFor(host, id, wish);
    if (!wished) {
      return answerWith(press, { key: 'bulk:forgotten' });
    }
    if (wished.isAccepted) {
      // The people of the current batch count too, as they do in the result.
      await tellProgress(host, await countOpenBatch(host, wished.job));
      // Not awaited: sending continues in the background, and cancelled messages leave the queue.
      void sendSoon(host, wished.job.number);
    }
    return answerModal(press, await drawResult(press, wished.job));
  };
}

/** **Cancel the rest** asks first. */
export async function askToCancel(press: Press, job: TemplateJob): Promise<IUIKitResponse> {
  const { host, t } = press.scene;
  const { id, total, sent, waiting, failed, uncertain } = await countOpenBatch(host, job);
  const left = total - sent - waiting - failed - uncertain;
  return answerModal(press, cancelQuestion(drawingOf({ host, t }), { job: id, left }));
}

/** **Download CSV**: Rocket.Chat gives an app no other way to hand over a file than a message. */
export async function downloadList(press: Press, job: TemplateJob): Promise<IUIKitResponse> {
  const { scene } = press;
  try {
    await sendResult(scene.host, scene.user, scene.t, job);
    return answerWith(press, { key: 'bulk:downloaded' });
  } catch (error) {
    scene.host.logger.warn('The result of a list could not be sent to its author:', String(error));
    return answerWith(press, { key: 'bulk:downloadFailed', params: { reason: describeError(error, scene.t) } });
  }
}

async function drawResult({ scene, value }: Press, job: TemplateJob): Promise<ModalScreen> {
  const { host, t } = scene;
  const view: ResultView = { page: value.page ?? 0, people: value.people ?? 'all' };
  return listResult(drawingOf({ host, t }), await resultModel(host, t, job, view));
}

function answerWith(press: Press, { key, params }: Problem): IUIKitResponse {
  const { host, t } = press.scene;
  const facts = { title: t('bulk:resultTitle'), text: t(key, params) };
  return answerModal(press, noticeModal(drawingOf({ host, t }), facts));
}

/** Draws it in the view that holds the button, else in a new view. */
function answerModal({ scene, responder }: Press, modal: ModalScreen): IUIKitResponse {
  return scene.stage === ''
    ? responder.openModalViewResponse({ id: randomUUID(), ...modal })
    : responder.updateModalViewResponse({ id: scene.stage, ...modal });
}
