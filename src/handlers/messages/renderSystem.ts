import { plainToMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import type { Renderer } from './Renderer';

/** A note of WhatsApp itself, in its own words. */
export const renderSystem: Renderer<'system'> = ({ body }, t) => ({
  text: body === undefined ? t('messages:systemNote') : t('messages:systemNoteText', { text: plainToMarkdown(body) }),
});
