import type { ConnectedNumber } from '../../numbers/numbers';
import { sameCustomer } from '../../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';

/**
 * The connected number that an event belongs to, by Meta's id of the number, else by its digits; never by the address
 * the webhook came to, because one address may serve several numbers. What names no number, such as news of the
 * account, belongs to the number whose secret came along.
 *
 * @returns undefined for a number that is not connected here
 */
export function routeEvent(
  event: WebhookEvent,
  numbers: readonly ConnectedNumber[],
  sender: string,
): ConnectedNumber | undefined {
  const { phoneNumberId, displayNumber } = event.number;
  if (phoneNumberId === undefined && displayNumber === undefined) {
    return numbers.find(({ digits }) => digits === sender);
  }
  return (
    numbers.find((number) => phoneNumberId !== undefined && number.phoneNumberId === phoneNumberId) ??
    numbers.find(({ digits }) => displayNumber !== undefined && sameCustomer(digits, displayNumber))
  );
}
