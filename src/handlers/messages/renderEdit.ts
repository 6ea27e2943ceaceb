import type { Translate } from '../translation/Translate';
import type { MessageContent } from '../webhook/MessageContent';
import { describeContent } from './describeContent';
import { quoteLines } from './quoteLines';
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
