import { whatsAppToMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import type { Renderer } from './Renderer';

/** Blanks, and signs that nothing is seen of: of other scripts, of Braille, and those that only steer how text is drawn. */
const BLANK = /^[\s\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

/** What the customer wrote, with its marks. */
export const renderText: Renderer<'text'> = ({ body }, t) => ({
  text: BLANK.test(body) ? t('messages:empty') : whatsAppToMarkdown(body),
});
