import type { Translate } from '../translation/Translate';
import { whatsAppToMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { nameKind } from './nameKind';
import type { Renderer } from './Renderer';

/** Why something cannot be shown → the sentence that says what to do about it. */
const reasons = new Map([
  // WhatsApp keeps the first message of a customer back from a number that is in use on a phone too.
  [131060, (t: Translate) => t('messages:unavailable')],
  [131052, (t: Translate) => `⚠️ ${t('errors:customerMediaLost')}`],
]);

/** One line that says what came and cannot be shown here, and the text that came with it. */
export const renderUnsupported: Renderer<'unsupported'> = ({ what, text, errors }, t) => {
  const [reason] = errors.flatMap(({ code = 0 }) => reasons.get(code) ?? []);
  const line =
    reason?.(t) ??
    (what === undefined ? t('messages:unsupported') : t('messages:unsupportedKind', { kind: nameKind(what, t) }));
  return { text: text === undefined ? line : `${line}\n${whatsAppToMarkdown(text)}` };
};
