import { quoteLines } from '../../../src/handlers/messages/quoteLines';

test('every line is quoted once, also an empty one', () => {
  expect(quoteLines('a\n\n*b*\n> c')).toBe('> a\n> \u2060\n> *b*\n> c');
});
