import { DAY } from '../durations';
import type { Host } from '../Host';

/**
 * So long, in milliseconds, records of the message path are kept. By default it is a month: WhatsApp repeats webhooks for days,
 * and reactions come for a month (Meta: reactions to messages of the last 30 days).
 */
export async function readRetention(host: Host): Promise<number> {
  return (await host.memory.settings.get('recordRetention')) * DAY;
}
