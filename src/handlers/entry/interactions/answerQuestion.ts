import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { tellSetup } from '../../../flows/setupFlow';
import type { Press } from './Press';

/** **Yes** or **No** to the question whether there is an account; where it was answered already nothing happens. */
export function answerQuestion(type: 'YES' | 'NO') {
  return async ({ scene, responder }: Press): Promise<IUIKitResponse> => {
    await tellSetup(scene, { type });
    return responder.successResponse();
  };
}
