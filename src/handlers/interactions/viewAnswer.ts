import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import type { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import type { Screen } from '../../flows/Screen';

/** What a view is answered with: errors under its fields, the view drawn anew, or nothing more. */
export function viewAnswer(responder: UIKitInteractionResponder, viewId: string, screen: Screen): IUIKitResponse {
  if (screen.kind === 'nothing') {
    return responder.successResponse();
  }
  return screen.errors
    ? responder.viewErrorResponse({ viewId, errors: screen.errors })
    : responder.updateModalViewResponse({ id: viewId, ...screen.modal });
}
