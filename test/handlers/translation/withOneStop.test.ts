import { createTranslator } from '../../../src/handlers/core/translation/createTranslator';
import { withOneStop } from '../../../src/handlers/core/translation/withOneStop';
import { languages } from '../../../src/locales/languages';

const fill =
  (text: string) =>
  (_key: string, params: Record<string, string | number> = {}): string =>
    text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(params[name]));

test.each([
  ['Refused: {{details}}. Try again.', 'It is full.', 'Refused: It is full. Try again.'],
  ['Refused: {{details}}. Try again.', 'It is full', 'Refused: It is full. Try again.'],
  ['Refused ({{details}}). Try again.', 'It is full.', 'Refused (It is full). Try again.'],
  ['مرفوض: \u2068{{details}}\u2069. حاول.', 'It is full.', 'مرفوض: \u2068It is full\u2069. حاول.'],
  ['अस्वीकृत: {{details}}। फिर से।', 'It is full.', 'अस्वीकृत: It is full। फिर से।'],
  ['Read 5 min ago: {{details}}', 'It is full.', 'Read 5 min ago: It is full.'],
  ['{{details}} Try again.', 'It is full.', 'It is full. Try again.'],
  ['Wait: {{details}}.', 'Soon...', 'Wait: Soon...'],
])('"%s" with "%s" has one full stop', (text, details, said) => {
  expect(withOneStop(fill(text), 'key', { details })).toBe(said);
});

test.each(languages.map(({ tag }) => tag))('no text in %s has two where Meta says a sentence', (tag) => {
  const t = createTranslator(tag);
  const details = 'Number of parameters does not match.';
  const reason = t('errors:refused', { details });
  const said = [
    reason,
    t('doctor:templatesFailed', { age: '5 min', reason }),
    t('warnings:accountRestricted', { number: '+55', event: 'x', details }),
    t('warnings:undelivered', { reason }),
    t('numbers:webhookStays', { number: '+55', reason }),
  ];
  expect(said.join('\n')).not.toMatch(/[.।][\u2069)]*[.।]/u);
});
