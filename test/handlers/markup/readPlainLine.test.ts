import { readPlainLine } from '../../../src/handlers/markup/readPlainLine';

test('a line without marks is its text and its addresses', () => {
  expect(readPlainLine('see https://a.de *now*', 10)).toEqual([
    { kind: 'text', at: 10, text: 'see ' },
    { kind: 'url', at: 14, text: 'https://a.de' },
    { kind: 'text', at: 26, text: ' *now*' },
  ]);
  expect(readPlainLine('')).toEqual([]);
});
