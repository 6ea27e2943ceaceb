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
])('the title "%s" is shown as it is', (title) => {
  expect(seenInRocketChat(plainToMarkdown(title))).toEqual([[title, '']]);
});

test('lines stay lines', () => {
  expect(plainToMarkdown('a\r\nb *')).toBe('a\nb *');
});
