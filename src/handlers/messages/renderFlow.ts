import { escapeMarkdown } from '../markup/escapeMarkdown';
import { plainToMarkdown } from '../markup/plainToMarkdown';
import type { Translate } from '../translation/Translate';
import type { FlowAnswer } from '../webhook/MessageContent';
import { humaniseName } from './humaniseName';
import type { Renderer } from './Renderer';

/** Options of Meta's form builder come as `0_Very_good`. */
const OPTION = /^\d+_(?=\p{L})/u;

/** The answers of a form, a line each. A form without readable answers says what the customer sees of it. */
export const renderFlow: Renderer<'flow'> = ({ answers, body }, t) => {
  const lines = answers.map((answer) => renderAnswer(answer, t));
  const shown = lines.length > 0 ? lines : body === undefined ? [] : [plainToMarkdown(body)];
  return { text: [t('messages:formAnswer'), ...shown].join('\n') };
};

function renderAnswer({ path, values }: FlowAnswer, t: Translate): string {
  const name = path.map(humaniseName).join(' › ');
  const value = values.map((each) => renderValue(each, t)).join(', ');
  return name === '' ? `- ${value}` : `- ${escapeMarkdown(name)}: ${value}`;
}

function renderValue(value: string | number | boolean, t: Translate): string {
  if (typeof value === 'boolean') return value ? t('messages:yes') : t('messages:no');
  const text = String(value);
  return escapeMarkdown(OPTION.test(text) ? text.replace(OPTION, '').replaceAll('_', ' ') : text);
}
