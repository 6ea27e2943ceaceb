import type { Translate } from '../translation/Translate';
import { quoteLines } from './quoteLines';

/**
 * The text of a message that the customer deleted for everyone: that it was, and what it said. Agents may have acted on
 * it, so it is kept.
 * @param before the text that stands in the room, Markdown; empty for a file
 */
export function renderRevoke(before: string, t: Translate): string {
  return before === '' ? t('messages:deleted') : `${t('messages:deleted')}\n${quoteLines(before)}`;
}
