import type { CallEvent } from '../webhook/WebhookEvent';

/** Whether a customer called and nobody took the call. */
export function isMissedCall({ event, direction, duration }: CallEvent): boolean {
  return event === 'terminate' && direction === 'in' && !duration;
}
