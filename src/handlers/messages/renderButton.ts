import { plainToMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import type { Renderer } from './Renderer';

/** A tap on the quick reply of a template: its words, so that a bot in the room understands them too. */
export const renderButton: Renderer<'button'> = ({ text }) => ({ text: plainToMarkdown(text) });
