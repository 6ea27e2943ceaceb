import type { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';

/** A responder whose answers tell how something was answered, and with what. */
export const answers = {
  successResponse: () => ({ answer: 'success' }),
  errorResponse: () => ({ answer: 'error' }),
  openModalViewResponse: (view: object) => ({ answer: 'open', view }),
  updateModalViewResponse: (view: object) => ({ answer: 'update', view }),
  viewErrorResponse: (errors: object) => ({ answer: 'errors', ...errors }),
} as unknown as UIKitInteractionResponder;
