import type { Host } from '../Host';
import type { ConnectedNumber } from '../records/numbers';
import { changeNumber } from '../records/numbers';
import type { WebhookEvent } from '../whatsapp/webhook/WebhookEvent';
import { routeEvent } from './routeEvent';

/** Takes Meta's id of a number over from its first webhook, where 360dialog did not tell it when it was connected. */
export async function learnNumber(
  host: Host,
  events: readonly WebhookEvent[],
  numbers: readonly ConnectedNumber[],
  sender: string,
): Promise<void> {
  for (const event of events) {
    const number = routeEvent(event, numbers, sender);
    const { phoneNumberId } = event.number;
    if (number && !number.phoneNumberId && phoneNumberId) {
      number.phoneNumberId = phoneNumberId;
      await changeNumber(host, number.digits, { phoneNumberId });
    }
  }
}
