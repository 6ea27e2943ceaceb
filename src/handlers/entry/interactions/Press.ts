import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import type { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import type { Scene } from '../../../flows/Flow';
import type { ActionValue } from '../../core/actionValue';

/** A button that somebody pressed. */
export interface Press {
  /** For the one who pressed; its stage is the view the button stands in, else ''. */
  scene: Scene;
  value: ActionValue;
  /** The typed or chosen value, unchecked. */
  typed: string;
  /** The id of the pressed element, including the part after the dot. */
  actionId: string;
  message?: IMessage;
  triggerId: string;
  responder: UIKitInteractionResponder;
}

/** Answers a press within the client's five seconds. */
export type PressHandler = (press: Press) => Promise<IUIKitResponse>;
