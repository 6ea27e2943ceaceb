import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import type { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import type { Screen } from '../../../flows/Flow';

/** The answer to a view: errors under its fields, the view drawn again, or nothing. */
export function viewAnswer(responder: UIKitInteractionResponder, viewId: string, screen: Screen): IUIKitResponse {
  if (screen.kind === 'nothing') {
    return responder.successResponse();
  }
  return screen.errors
    ? responder.viewErrorResponse({ viewId, errors: screen.errors })
    : updateView(responder, viewId, screen);
}

/** An open view is drawn anew where it stands. */
export function updateView(responder: UIKitInteractionResponder, viewId: string, screen: Screen): IUIKitResponse {
  if (screen.kind === 'nothing') {
    return responder.successResponse();
  }
  const view = { id: viewId, ...screen.modal };
  return screen.surface === 'bar'
    ? responder.updateContextualBarViewResponse(view)
    : responder.updateModalViewResponse(view);
}
