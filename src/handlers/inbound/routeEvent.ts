import type { ConnectedNumber } from '../records/numbers';
import type { WebhookEvent } from '../webhook/WebhookEvent';

/**
 * The connected number that an event belongs to, by Meta's id of the number, else by its digits; never by the address
 * the webhook came to, because one address may serve several numbers.
 *
 * @returns undefined for a number that is not connected here
 */
export function routeEvent(event: WebhookEvent, numbers: readonly ConnectedNumber[]): ConnectedNumber | undefined {
  const { phoneNumberId, displayNumber } = event.number;
  return (
    numbers.find((number) => phoneNumberId !== undefined && number.phoneNumberId === phoneNumberId) ??
    numbers.find((number) => number.digits === displayNumber)
  );
}
