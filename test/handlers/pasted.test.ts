import fc from 'fast-check';
import { cleanLine, cleanText } from '../../src/handlers/core/pasted';

test.each([
  ['a zero-width space inside', 'abc\u200bdef', 'abcdef'],
  ['a byte-order mark and blanks around', '\ufeff  abc\u00a0', 'abc'],
  ['marks of direction, as address books copy them', '\u202a+49 151 234\u202c', '+49 151 234'],
  ['a soft hyphen, a word joiner and a joiner', 'a\u00adb\u2060c\u200dd', 'abcd'],
  ['a Hangul filler and an empty Braille cell', 'a\u3164b\u2800c', 'abc'],
  ['a variation selector and a tag', 'a\ufe0fb\u{e0041}c', 'abc'],
  ['a line break and a null', 'ab\r\nc\0d\0', 'ab c d'],
  ['nothing to be seen', '\u200b \u2800\ufeff', ''],
])('a pasted line with %s is cleaned', (_what, pasted, meant) => {
  expect(cleanLine(pasted)).toBe(meant);
});

test.each([
  ['joiners of an emoji', 'Hi 👩‍🍳', 'Hi 👩‍🍳'],
  ['a Persian half-space', 'می‌خواهم', 'می‌خواهم'],
  ['isolates around a number', 'رقم \u2066+49 151\u2069', 'رقم \u2066+49 151\u2069'],
  ['lines', ' Hello\r\nthere\r!', 'Hello\nthere\n!'],
  ['a zero-width space', 'Hel\u200blo', 'Hello'],
  ['nothing to be seen', '\u200b \u200d\n\ufeff', ''],
])('a pasted text keeps what it needs: %s', (_what, pasted, meant) => {
  expect(cleanText(pasted)).toBe(meant);
});

test('what was cleaned once stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  );
});
