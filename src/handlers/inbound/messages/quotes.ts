import type { Host } from '../../core/Host';
import type { Translate } from '../../core/translator';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { splitMarkdown } from '../../omnichannel/postWhole';
import { excerptOf } from '../../outbound/pieces/textOfMessage';
import { invisible } from '../../whatsapp/markup/marks';
import { quoteLines } from '../../whatsapp/messages/renderEdit';
import type { MessageEvent } from '../../whatsapp/webhook/WebhookEvent';
import { findNamed } from './linkMessage';

/**
 * The beginning of a message that quotes another: a link, which Rocket.Chat draws as a quote when the visitor's own
 * token sends it. If the server hides its address (Site Url), there is no link and the quoted words are used. An
 * unknown message becomes a line.
 *
 * @returns '' for a message without a quote, or when quotes are switched off
 */
export async function renderQuote(
  host: Host,
  { context }: MessageEvent,
  conversation: Conversation,
  t: Translate,
): Promise<string> {
  if (!context?.wamid || !(await host.memory.settings.get('allowQuoteMessages'))) {
    return '';
  }
  const { link } = await findNamed(host, context.wamid, conversation);
  const siteUrl = await host.memory.siteUrl.get(host);
  if (siteUrl && link?.messageId && link.roomId) {
    return `[ ](${siteUrl}/live/${link.roomId}?msg=${link.messageId}) `;
  }
  const known = siteUrl ? '' : (await quoteKnown(host, context.wamid, conversation)).trimStart();
  return `${known || t('inbound:quotesUnknown')}\n`;
}

/** Characters of the quoted message; enough to recognise it. */
const LONGEST = 300;
/** Rocket.Chat's invisible form of a quote. */
const QUOTE_LINK = /\[ \]\([^\s()]{1,2000}\)[ \t]?/g;

/**
 * The message that a line is about, as a quote under that line; '' when it is not known here. Mentions in it notify
 * nobody again. It is written out and not linked, because Rocket.Chat draws a link only for users who may read the
 * room, and the app's user may not once an agent has taken it.
 */
export async function quoteKnown(host: Host, wamid: string, conversation: Conversation): Promise<string> {
  const { link } = await findNamed(host, wamid, conversation);
  const messageId = link?.captionId ?? link?.messageId;
  const message = messageId ? await host.read.getMessageReader().getById(messageId) : undefined;
  const text = (message?.text ?? '').replace(QUOTE_LINK, '').trim() || excerptOf('', message);
  if (text === '') {
    return '';
  }
  const [beginning = '', ...rest] = splitMarkdown(text.replaceAll('@', `@${invisible}`), LONGEST);
  return `\n${quoteLines(rest.length > 0 ? `${beginning} …` : beginning)}`;
}
