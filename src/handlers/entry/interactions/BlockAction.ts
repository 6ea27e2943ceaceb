import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import type { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { drawingOf } from '../../../blocks/elements';
import { noticeModal } from '../../../blocks/modal';
import type { Scene } from '../../../flows/Flow';
import { sayToUser } from '../../../flows/sayToUser';
import type { ActionValue } from '../../core/actionValue';
import type { Who } from '../../omnichannel/roles';
import { isAllowed, refusals } from '../../omnichannel/roles';

/** A pressed button. */
export interface Press {
  /** The scene for the person who pressed. Its stage is the view that holds the button, else ''. */
  scene: Scene;
  value: ActionValue;
  /** The typed or chosen value, not yet checked. */
  typed: string;
  /** The id of the pressed element, including the part after the dot. */
  actionId: string;
  message?: IMessage;
  triggerId: string;
  responder: UIKitInteractionResponder;
}

/** Handles a press within the client's five seconds. */
type PressHandler = (press: Press) => Promise<IUIKitResponse>;

/** The object that a press acts on, or the answer to a press that is not allowed. */
type Checked<Target> = { target: Target } | { answer: IUIKitResponse };

/**
 * Looks up what a press acts on. A client may send any action with any value, room and message, and Rocket.Chat does
 * not check them: only the identity of the user can be trusted.
 */
export type Check<Target> = (press: Press) => Promise<Checked<Target>>;

/** One row of the table of block actions. */
interface Row<Target> {
  who: Who;
  checks: Check<Target>;
  run: (press: Press, target: Target) => Promise<IUIKitResponse>;
}

/** A row with the type of its target hidden, so that one table can hold all rows. */
export interface BlockAction {
  who: Who;
  /** Checks the user and the target of a press, then runs the action. */
  press: PressHandler;
}

export function action<Target>({ who, checks, run }: Row<Target>): BlockAction {
  return {
    who,
    press: async (press) => {
      if (!(await isAllowed(press.scene.host, who, press.scene.user))) {
        return refuse(press, refusals[who]);
      }
      const checked = await checks(press);
      return 'answer' in checked ? checked.answer : run(press, checked.target);
    },
  };
}

/** One polite line for somebody who may not do something. */
export async function refuse({ scene, responder }: Press, key: string): Promise<IUIKitResponse> {
  const text = scene.t(key);
  if (scene.room) {
    await sayToUser(scene, text);
    return responder.successResponse();
  }
  // A view belongs to no room, so the answer is drawn in the view itself. It is not posted in the setup channel,
  // because that would add the person to it.
  const notice = noticeModal(drawingOf(scene), { title: scene.t('connect:noticeTitle'), text });
  return responder.updateModalViewResponse({ id: scene.stage, ...notice });
}
