import { showDay } from '../../core/showTime';
import type { Translate } from '../../core/translator';
import { escapeMarkdown, plainToMarkdown, whatsAppToMarkdown } from '../markup/whatsAppToMarkdown';
import type { FlowAnswer, MediaContent } from '../webhook/MessageContent';
import { humaniseName, nameKind } from './nameKind';
import type { RenderedMessage, Renderer } from './RenderedMessage';

/** Blanks, and signs that nothing is seen of: of other scripts, of Braille, and those that only steer how text is drawn. */
const BLANK = /^[\s\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

/** The customer's text, with its marks. */
export const renderText: Renderer<'text'> = ({ body }, t) => ({
  text: BLANK.test(body) ? t('messages:empty') : whatsAppToMarkdown(body),
});

/** A file, with its caption as the text. */
export function renderMedia(content: MediaContent): RenderedMessage {
  const { type, isVoice, caption, id, url, mimeType, sha256, filename } = content;
  const text = caption === undefined ? undefined : whatsAppToMarkdown(caption);
  const kind = type === 'audio' && isVoice ? 'voice' : type;
  return { text: text ?? '', media: { id, url, kind, mimeType, sha256, filename, caption: text } };
}

/** A tap on the quick reply of a template: its words, so that a bot in the room understands them too. */
export const renderButton: Renderer<'button'> = ({ text }) => ({ text: plainToMarkdown(text) });

/**
 * A tap on a button or a row: its full title and nothing else, so that a bot in the room understands it. What stood below
 * the title of the row, and the customer saw too, is attached.
 */
export const renderOption: Renderer<'option'> = ({ title, id, description }) => {
  const text = plainToMarkdown(fullTitle(title, id));
  const below = description === undefined ? '' : plainToMarkdown(description);
  return below === '' || text.includes(below) ? { text } : { text, attachments: [{ text: below }] };
};

const DOTS = ['...', '…'];

/**
 * WhatsApp takes 20 characters for a button and 24 for a row; a longer text is cut with dots, and stands in full in the id
 * that comes back with the tap.
 */
export function fullTitle(title: string, id: string | undefined): string {
  const dots = DOTS.find((sign) => title.endsWith(sign));
  if (id === undefined || dots === undefined) return title;
  const beginning = title.slice(0, -dots.length).trimEnd();
  return beginning !== '' && id.length > title.length && id.startsWith(beginning) ? id : title;
}

/** The answer to the question whether the business may call. */
export const renderCallPermission: Renderer<'call-permission'> = (
  { isGranted, isPermanent, isAutomatic, expiresAt },
  t,
) => {
  if (!isGranted) return { text: t('messages:callRefused') };
  if (isPermanent) return { text: t('messages:callAllowedAlways') };
  if (expiresAt === undefined) return { text: t('messages:callAllowed') };
  const key = isAutomatic ? 'messages:callBackUntil' : 'messages:callAllowedUntil';
  return { text: t(key, { date: showDay(expiresAt, t) }) };
};

/** A note of WhatsApp itself, in its own words. */
export const renderSystem: Renderer<'system'> = ({ body }, t) => ({
  text: body === undefined ? t('messages:systemNote') : t('messages:systemNoteText', { text: plainToMarkdown(body) }),
});

/** Why something cannot be shown → the sentence that says what to do about it. */
const reasons = new Map([
  // WhatsApp withholds a customer's first message to a number that is also in use on a phone.
  [131060, (t: Translate) => t('messages:unavailable')],
  [131052, (t: Translate) => `⚠️ ${t('errors:customerMediaLost')}`],
]);

/** What a message without a content says all the same, by its kind. */
const sayings = new Map([
  ['text', (t: Translate) => t('messages:empty')],
  ['revoke', (t: Translate) => t('messages:deletedEarlier')],
]);

/** One line that says what came and cannot be shown here, and the text that came with it. */
export const renderUnsupported: Renderer<'unsupported'> = ({ what, text, isEmpty, errors }, t) => {
  const [reason] = errors.flatMap(({ code = 0 }) => reasons.get(code) ?? []);
  const said = what === undefined ? undefined : sayings.get(what);
  const line = reason?.(t) ?? (isEmpty && said ? said(t) : nameIt());
  return { text: text === undefined ? line : `${line}\n${whatsAppToMarkdown(text)}` };

  function nameIt(): string {
    if (what === undefined) return t('messages:unsupported');
    return t(isEmpty ? 'messages:contentMissing' : 'messages:unsupportedKind', { kind: nameKind(what, t) });
  }
};

/** Options of Meta's form builder come as `0_Very_good`. */
const OPTION = /^\d+_(?=\p{L})/u;
const DATED = /date|birth|(?:^|_)dob/i;
const MILLISECONDS = /^-?\d{12,13}$/;

/** The answers of a form, a line each. A form without readable answers says what the customer sees of it. */
export const renderFlow: Renderer<'flow'> = ({ answers, body, isAddress }, t) => {
  const lines = answers.map((answer) => renderAnswer(answer, t));
  const shown = lines.length > 0 ? lines : [body === undefined ? t('messages:formEmpty') : plainToMarkdown(body)];
  return { text: [isAddress ? t('messages:deliveryAddress') : t('messages:formAnswer'), ...shown].join('\n') };
};

function renderAnswer({ path, values }: FlowAnswer, t: Translate): string {
  const name = path.map(humaniseName).join(' › ');
  const isDate = DATED.test(path.at(-1) ?? '');
  const value = values.map((each) => (isDate ? renderTime(each, t) : undefined) ?? renderValue(each, t)).join(', ');
  return name === '' ? `- ${value}` : `- ${escapeMarkdown(name)}: ${value}`;
}

/** Meta's date picker gives milliseconds; in which time zone the customer chose is not known. */
function renderTime(value: FlowAnswer['values'][number], t: Translate): string | undefined {
  if (!MILLISECONDS.test(String(value))) return undefined;
  const form = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(t('messages:numberFormat'), form).format(Number(value))} UTC`;
}

function renderValue(value: string | number | boolean, t: Translate): string {
  if (typeof value === 'boolean') return value ? t('messages:yes') : t('messages:no');
  const text = String(value);
  return escapeMarkdown(OPTION.test(text) ? text.replace(OPTION, '').replaceAll('_', ' ') : text);
}
