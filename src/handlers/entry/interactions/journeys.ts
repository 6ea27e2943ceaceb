import type { Drawing } from '../../../blocks/elements';
import { actions, button } from '../../../blocks/elements';
import type { ModalScreen } from '../../../blocks/modal';
import { noticeModal } from '../../../blocks/modal';
import { bulkTemplateFlow } from '../../../flows/bulkTemplate/bulkTemplateFlow';
import { connectFlow } from '../../../flows/connectFlow';
import { disconnectFlow } from '../../../flows/disconnectFlow';
import { doctorFlow } from '../../../flows/doctorFlow';
import { editFlow } from '../../../flows/editFlow';
import type { Flow, Position, Scene } from '../../../flows/Flow';
import { forgetFlow } from '../../../flows/forget/forgetFlow';
import { sendTemplateFlow } from '../../../flows/sendTemplate/sendTemplateFlow';
import { readSnapshot } from '../../../flows/snapshots';
import { encodeValue } from '../../core/actionValue';

/** The journeys in views, by the id in their stored positions. */
export const flows: Readonly<Record<string, Flow>> = {
  [connectFlow.id]: connectFlow,
  [editFlow.id]: editFlow,
  [disconnectFlow.id]: disconnectFlow,
  [doctorFlow.id]: doctorFlow,
  [forgetFlow.id]: forgetFlow,
  [sendTemplateFlow.id]: sendTemplateFlow,
  [bulkTemplateFlow.id]: bulkTemplateFlow,
};

/** What is known about the journey of a view. */
interface OwnJourney {
  flow?: Flow;
  /** Absent when the stored position belongs to another version of the machine. */
  position?: Position;
}

/**
 * The journey in the scene's view, if it is the user's own. A client may name any view, so somebody else's journey and
 * the setup channel's dialogue are never returned.
 */
export async function ownJourney(scene: Scene): Promise<OwnJourney> {
  const snapshot = await readSnapshot(scene);
  if (!snapshot || snapshot.userId !== scene.user.id || !Object.hasOwn(flows, snapshot.flow)) {
    return {};
  }
  const flow = flows[snapshot.flow];
  return { flow, position: snapshot.version[1] === flow?.version ? snapshot.position : undefined };
}

/**
 * Says that a step cannot continue, because it was finished, deleted or made by another version, and offers a new
 * start.
 */
export function outOfDate(drawing: Drawing, flow?: string): ModalScreen {
  const { t } = drawing;
  const blockId = 'out-of-date';
  const again = button(drawing, {
    blockId,
    actionId: 'start-again',
    text: t('connect:startAgain'),
    value: encodeValue({ flow }),
    style: 'primary',
  });
  return noticeModal(drawing, {
    title: t('connect:noticeTitle'),
    text: t('connect:outOfDate'),
    then: flow === 'connect' ? actions(drawing, blockId, [again]) : undefined,
  });
}
