import type { ActionableElement } from '@rocket.chat/ui-kit';

/** Whether a part of a block is an element that a person can use. */
export function isActionable(element: object): element is ActionableElement {
  return 'actionId' in element && typeof element.actionId === 'string';
}
