import type { Host } from '../Host';
import { findByWamid } from '../records/entries';
import type { Translate } from '../translation/Translate';
import type { MessageEvent } from '../whatsapp/webhook/WebhookEvent';

/**
 * What stands before a message that quotes another: a link to it, which Rocket.Chat itself draws as a quote when the
 * visitor's own token comes with it. A message that is not known here becomes a line.
 *
 * @returns '' for a message that quotes nothing, or where quotes are switched off
 */
export async function renderQuote(host: Host, { context }: MessageEvent, t: Translate): Promise<string> {
  if (!context?.wamid || !(await host.memory.settings.get('allowQuoteMessages'))) {
    return '';
  }
  const link = (await findByWamid(host, context.wamid)).find((entry) => entry.kind === 'link');
  const siteUrl = await host.memory.siteUrl.get(host);
  return link?.messageId && link.roomId
    ? `[ ](${siteUrl}/live/${link.roomId}?msg=${link.messageId}) `
    : `${t('inbound:quotesUnknown')}\n`;
}
