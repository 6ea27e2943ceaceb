import type { Translate } from '../../core/translator';
import { escapeMarkdown, plainToMarkdown } from '../markup/whatsAppToMarkdown';
import type { FlowAnswer } from '../webhook/MessageContent';
import { humaniseName } from './nameKind';
import type { Renderer } from './RenderedMessage';

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
