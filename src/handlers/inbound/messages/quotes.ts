import type { Host } from '../../core/Host';
import { findByWamid } from '../../core/records/entries';
import type { Translate } from '../../core/translator';
import { splitMarkdown } from '../../omnichannel/postWhole';
import { excerptOf } from '../../outbound/pieces/textOfMessage';
import { invisible } from '../../whatsapp/markup/marks';
import { quoteLines } from '../../whatsapp/messages/renderEdit';
import type { MessageEvent } from '../../whatsapp/webhook/WebhookEvent';

/**
 * What stands before a message that quotes another: a link to it, which Rocket.Chat itself draws as a quote when the
 * visitor's own token comes with it; the quoted words where the server hides its own address (Site Url), without which
 * there is no link. A message that is not known here becomes a line.
 *
 * @returns '' for a message that quotes nothing, or where quotes are switched off
 */
export async function renderQuote(host: Host, { context }: MessageEvent, t: Translate): Promise<string> {
  if (!context?.wamid || !(await host.memory.settings.get('allowQuoteMessages'))) {
    return '';
  }
  const link = (await findByWamid(host, context.wamid)).find((entry) => entry.kind === 'link');
  const siteUrl = await host.memory.siteUrl.get(host);
  if (siteUrl && link?.messageId && link.roomId) {
    return `[ ](${siteUrl}/live/${link.roomId}?msg=${link.messageId}) `;
  }
  const known = siteUrl ? '' : (await quoteKnown(host, context.wamid)).trimStart();
  return `${known || t('inbound:quotesUnknown')}\n`;
}

/** Characters of the quoted message: enough to know which one is meant. */
const LONGEST = 300;
/** How Rocket.Chat writes that a message quotes another; nothing is seen of it. */
const QUOTE_LINK = /\[ \]\([^\s()]{1,2000}\)[ \t]?/g;

/**
 * The message that something was done to, as a quote below the line that tells it; '' where it is not known here. Names in
 * it call nobody again. It is written as a quote and not as Rocket.Chat's link: Rocket.Chat draws a link only for somebody
 * who may read the room, which the app's user may not once an agent has taken it.
 */
export async function quoteKnown(host: Host, wamid: string): Promise<string> {
  const link = (await findByWamid(host, wamid)).find((entry) => entry.kind === 'link');
  const messageId = link?.captionId ?? link?.messageId;
  const message = messageId ? await host.read.getMessageReader().getById(messageId) : undefined;
  const text = (message?.text ?? '').replace(QUOTE_LINK, '').trim() || excerptOf('', message);
  if (text === '') {
    return '';
  }
  const [beginning = '', ...rest] = splitMarkdown(text.replaceAll('@', `@${invisible}`), LONGEST);
  return `\n${quoteLines(rest.length > 0 ? `${beginning} …` : beginning)}`;
}
