import type { Translate } from '../translation/Translate';
import { quoteLines } from './quoteLines';

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
