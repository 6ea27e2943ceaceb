import { whatsAppToMarkdown } from '../markup/whatsAppToMarkdown';
import type { Renderer } from './Renderer';

/** What the customer wrote, with its marks. */
export const renderText: Renderer<'text'> = ({ body }) => ({ text: whatsAppToMarkdown(body) });
