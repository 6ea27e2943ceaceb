import { plainToMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { fullTitle } from './fullTitle';
import type { Renderer } from './Renderer';

/**
 * A tap on a button or a row: its full title and nothing else, so that a bot in the room understands it. What stood below
 * the title of the row, and the customer saw too, is attached.
 */
export const renderOption: Renderer<'option'> = ({ title, id, description }) => {
  const text = plainToMarkdown(fullTitle(title, id));
  const below = description === undefined ? '' : plainToMarkdown(description);
  return below === '' || text.includes(below) ? { text } : { text, attachments: [{ text: below }] };
};
