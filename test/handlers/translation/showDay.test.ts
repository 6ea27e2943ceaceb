import { createTranslator } from '../../../src/handlers/core/translation/createTranslator';
import { showDay } from '../../../src/handlers/core/translation/showDay';

test.each([
  ['en', 'December 3, 2026'],
  ['de', '3. Dezember 2026'],
  ['pt-BR', '3 de dezembro de 2026'],
])('a day is written as people write it: %s', (language, expected) => {
  expect(showDay(Date.UTC(2026, 11, 3, 23), createTranslator(language))).toBe(expected);
});
