import { splitMarkdownBlocks } from '../../../src/handlers/markup/splitMarkdownBlocks';

test.each([
  ['lines only', 'a\nb', [{ kind: 'lines', lines: ['a', 'b'] }]],
  ['nothing', '', [{ kind: 'lines', lines: [''] }]],
  [
    'code between lines',
    'a\n```js\nb\n\nc\n```\nd',
    [
      { kind: 'lines', lines: ['a'] },
      { kind: 'code', lines: ['b', '', 'c'] },
      { kind: 'lines', lines: ['d'] },
    ],
  ],
  [
    'two blocks of code',
    '```\na\n```\n```\nb\n```',
    [
      { kind: 'code', lines: ['a'] },
      { kind: 'code', lines: ['b'] },
    ],
  ],
  ['a fence that nothing closes', '```\na', [{ kind: 'lines', lines: ['```', 'a'] }]],
  ['a fence around nothing', '```\n```', [{ kind: 'lines', lines: ['```', '```'] }]],
])('Markdown may be %s', (_what, text, blocks) => {
  expect(splitMarkdownBlocks(text)).toEqual(blocks);
});
