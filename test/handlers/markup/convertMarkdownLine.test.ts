import { convertMarkdownLine } from '../../../src/handlers/markup/convertMarkdownLine';

test.each([
  [
    'takes the first token that fits, and the rest of the line after it',
    '**a** [b](https://c.de) `**d**`',
    '*a* b (https://c.de) `**d**`',
  ],
  ['converts what is inside a mark', '**see [b](https://c.de) and __d__**', '*see b (https://c.de) and _d_*'],
  [
    'puts a thin blank behind an escaped sign only where it would bind',
    '\\*a\\* 5\\*3 \\_b\\_',
    '*\u200aa* 5*3 _\u200ab_',
  ],
  ['knows nothing of what a line begins with', '# a', '# a'],
])('a line %s', (_what, markdown, whatsApp) => {
  expect(convertMarkdownLine(markdown, {})).toBe(whatsApp);
});
