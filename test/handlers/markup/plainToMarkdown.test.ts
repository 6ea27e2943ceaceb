import { plainToMarkdown } from '../../../src/handlers/markup/plainToMarkdown';
import { seenInRocketChat } from './support/seenInRocketChat';

test.each([
  '*Not* bold',
  '# no heading',
  '5* hotel',
  '@here',
  '```code```',
  'https://example.com/a_b_ _c_',
  '[a](https://b.de)',
  '[a](b.de) [b](+491) [c](localhost) [d](tel:1) [e](f)',
  'a || b || c |||| d',
  '||a||||b|||',
  '||||||||',
  'x `a||b` || c',
  'a @@@@b',
  '\\[x\\] and \\(y\\)',
])('the title "%s" is shown as it is', (title) => {
  expect(seenInRocketChat(plainToMarkdown(title))).toEqual([[title, '']]);
});

test('lines stay lines', () => {
  expect(plainToMarkdown('a\r\nb *')).toBe('a\nb *');
});

// Rocket.Chat's parser reads a word anew at each invisible sign, so that a text full of them would hold its server up.
test.each([
  ['pipes', '|', 1],
  ['brackets of links without a target', '[](', 1],
  ['brackets that nothing opens', '](', 1],
  ['links to no address', '[a](b)', 0],
  ['hidden words', '||a||', 0],
  ['hidden blanks', '|| ', 0],
  ['at-signs', '@', 1],
  ['formulas in square brackets', '\\[', 1],
  ['angles', '<a|', 0],
])('a thousand %s take few invisible signs', (_what, part, most) => {
  expect(plainToMarkdown(`x ${part.repeat(1_000)}`).split('\u2060').length - 1).toBeLessThanOrEqual(most);
});

test('blanks keep apart what hides words, where a line is full of it', () => {
  const text = `x ${'||a'.repeat(100)}`;
  const [[seen, mark] = ['', '']] = seenInRocketChat(plainToMarkdown(text));
  expect(mark).toBe('');
  expect(seen.replaceAll('| |', '||')).toBe(text);
});
