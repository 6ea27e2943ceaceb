import type { Translate } from '../../core/translator';
import { invisible } from '../markup/marks';
import type { MessageContent } from '../webhook/MessageContent';
import { describeContent } from './nameKind';
import { renderContent } from './renderContent';

/**
 * The text of a message after the customer edited it: the new text, and below it the earlier one. Repeating the same
 * edit, as after a crash, changes nothing.
 * @param before the text in the room, Markdown; earlier edits in it are kept. Empty for an unknown message or a file
 * without a caption
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
 * The text of a message that the customer deleted for everyone: a note about that, and the earlier text, which is kept
 * because agents may have acted on it. Repeating the same deletion, as after a crash, changes nothing.
 * @param before the text in the room, Markdown; empty for a file
 */
export function renderRevoke(before: string, t: Translate): string {
  const said = t('messages:deleted');
  if (before === '') {
    return said;
  }
  return `${before}\n`.startsWith(`${said}\n`) ? before : `${said}\n${quoteLines(before)}`;
}

/** Markdown as a quote. An existing quote is not quoted again, so that the history of a message does not nest. */
export function quoteLines(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line.startsWith('>') ? line : `> ${line === '' ? invisible : line}`))
    .join('\n');
}

/** Formatting that Rocket.Chat reads only at the beginning of a line. */
const BLOCK = /^(?:- |\d+\. |>|```)/;

/**
 * A message after the quote that it begins with. A list, a quote or a block of code starts on a new line, because
 * otherwise its characters would be shown.
 * @param quote Markdown that ends with a blank or a line break; '' for none
 */
export function withQuote(quote: string, markdown: string): string {
  return BLOCK.test(markdown) ? quote.replace(/ $/, '\n') + markdown : quote + markdown;
}
