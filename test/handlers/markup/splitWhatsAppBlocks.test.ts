import { splitWhatsAppBlocks } from '../../../src/handlers/markup/splitWhatsAppBlocks';

test.each([
  ['lines only', 'a\nb', [{ kind: 'lines', lines: ['a', 'b'] }]],
  ['nothing', '', [{ kind: 'lines', lines: [''] }]],
  [
    'code over several lines',
    'a\n```b\nc```\nd',
    [
      { kind: 'lines', lines: ['a'] },
      { kind: 'code', lines: ['b', 'c'] },
      { kind: 'lines', lines: ['d'] },
    ],
  ],
  [
    'code that begins within a line',
    'a ```b\nc``` d',
    [
      { kind: 'lines', lines: ['a '] },
      { kind: 'code', lines: ['b', 'c'] },
      { kind: 'lines', lines: [' d'] },
    ],
  ],
  [
    'code that has a line to itself',
    '```a```\nb',
    [
      { kind: 'code', lines: ['a'] },
      { kind: 'lines', lines: ['b'] },
    ],
  ],
  ['code within a line, which is read with it', 'a ```b``` c', [{ kind: 'lines', lines: ['a ```b``` c'] }]],
  ['backticks around nothing', '```  ```', [{ kind: 'lines', lines: ['```  ```'] }]],
])('a WhatsApp text may be %s', (_what, text, blocks) => {
  expect(splitWhatsAppBlocks(text)).toEqual(blocks);
});
