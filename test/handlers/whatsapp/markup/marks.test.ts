import { isWordAround } from '../../../../src/handlers/whatsapp/markup/marks';

test.each([
  ['a', true],
  ['7', true],
  ['é', true],
  ['e\u0301', true],
  ['ع', true],
  ['語', true],
  ['𝒜', true],
  [' ', false],
  ['!', false],
  ['_', false],
  ['😀', false],
  ['❤️', false],
  ['1️⃣', false],
  ['', false],
])('"%s" is a part of a word: %s', (text, isWord) => {
  expect(isWordAround(`${text}*`, text.length, 'before')).toBe(isWord);
  expect(isWordAround(`*${text}`, 1, 'after')).toBe(text === '1️⃣' ? true : isWord);
});
