import { whatsAppToMarkdown } from '../markup/whatsAppToMarkdown';
import { nameKind } from './nameKind';
import type { Renderer } from './Renderer';

/** WhatsApp keeps the first message of a customer back from a number that is in use on a phone too. */
const UNAVAILABLE = 131060;

/** One line that says what came and cannot be shown here, and the text that came with it. */
export const renderUnsupported: Renderer<'unsupported'> = ({ what, text, errors }, t) => {
  const line = errors.some(({ code }) => code === UNAVAILABLE)
    ? t('messages:unavailable')
    : what === undefined
      ? t('messages:unsupported')
      : t('messages:unsupportedKind', { kind: nameKind(what, t) });
  return { text: text === undefined ? line : `${line}\n${whatsAppToMarkdown(text)}` };
};
