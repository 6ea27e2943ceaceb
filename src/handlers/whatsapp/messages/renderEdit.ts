import type { Translate } from '../../core/translator';
import { invisible } from '../markup/marks';
import type { MessageContent } from '../webhook/MessageContent';
import { describeContent } from './nameKind';
import { renderContent } from './renderContent';

/**
 * The text of a message after the customer edited it: what it says now, and below it what it said before. The same edit
 * once more, as after a crash, changes nothing.
 * @param before the text that stands in the room, Markdown; earlier edits in it are kept. Empty when the message is not
 *   known here, or was a file without a caption
 */
export function renderEdit(content: MessageContent, before: string, t: Translate): string {
  const { text } = renderContent(content, t);
  if (before === '') {
    return join([t('messages:editedNow'), text || describeContent(content, t)]);
  }
  const after = join([text, t('messages:edited')]);
  return before.startsWith(`${after}\n`) ? before : join([after, quoteLines(before)]);
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/**
 * The text of a message that the customer deleted for everyone: that it was, and what it said. Agents may have acted on
 * it, so it is kept. The same deletion once more, as after a crash, changes nothing.
 * @param before the text that stands in the room, Markdown; empty for a file
 */
export function renderRevoke(before: string, t: Translate): string {
  const said = t('messages:deleted');
  if (before === '') {
    return said;
  }
  return `${before}\n`.startsWith(`${said}\n`) ? before : `${said}\n${quoteLines(before)}`;
}

/** Markdown as a quote. What is a quote already stays one, so that the history of a message does not nest. */
export function quoteLines(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line.startsWith('>') ? line : `> ${line === '' ? invisible : line}`))
    .join('\n');
}

/** Signs that Rocket.Chat reads only at the beginning of a line. */
const BLOCK = /^(?:- |\d+\. |>|```)/;

/**
 * A message behind the quote that it begins with. A list, a quotation or a block of code begins a line of its own, or it
 * would be shown by its signs.
 * @param quote Markdown that ends with a blank or a line break; '' for none
 */
export function withQuote(quote: string, markdown: string): string {
  return BLOCK.test(markdown) ? quote.replace(/ $/, '\n') + markdown : quote + markdown;
}
