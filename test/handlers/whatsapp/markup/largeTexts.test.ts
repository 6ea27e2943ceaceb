import { cleanFileName } from '../../../../src/handlers/inbound/media/nameFile';
import { markdownToWhatsApp } from '../../../../src/handlers/whatsapp/markup/markdownToWhatsApp';
import {
  escapeMarkdown,
  plainToMarkdown,
  whatsAppToMarkdown,
} from '../../../../src/handlers/whatsapp/markup/whatsAppToMarkdown';
import { fullTitle } from '../../../../src/handlers/whatsapp/messages/renderSimpleContent';

// Each text took seconds or minutes where it was read anew from each of its signs; jest ends a test after five seconds.

const SIZE = 64 * 1024;
const fill = (part: string, before = '', after = '') => before + part.repeat(SIZE / part.length) + after;

const texts: [what: string, text: string][] = [
  ['stars within an address', fill('*', 'http://a', 'x')],
  ['backticks within an address', fill('`', 'www.a', 'x')],
  ['underscores within an address', fill('_', 'http://a', 'x')],
  ['blanks within a mark, beside an address', fill(' ', '*www.a.b a', 'b*')],
  ['fences that nothing closes', fill('```a\n')],
  ['blanks before a sign that does not close', fill(' ', '*a', '')],
  ['many such blanks', fill(`*a${' '.repeat(4_000)}\t_`)],
  ['escaped signs that would bind', fill('\\*a b\\* ')],
  ['marks in a row', fill('*a* _b_ ~c~ ')],
  ['links without an end', fill('[](')],
  ['targets without an end', fill('[a](b')],
  ['hidden words without an end', fill('||a')],
  ['angles', fill('<a|')],
  ['dots and dashes', fill('a.-')],
];

test.each(texts)('%s: 64 kB are read in one go', (_what, text) => {
  for (const convert of [whatsAppToMarkdown, markdownToWhatsApp, escapeMarkdown, plainToMarkdown]) {
    expect(convert(text).length).toBeGreaterThan(0);
  }
});

test('names of 64 kB are cleaned, and titles compared, in one go', () => {
  expect(cleanFileName(fill('.', 'a', 'b.pdf'))).toMatch(/\.pdf$/);
  expect(fullTitle(fill(' ', 'a', 'b'), 'id')).toHaveLength(SIZE + 2);
});
