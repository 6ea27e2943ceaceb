import { describeAge } from '../../../src/handlers/numbers/templates/describeAge';

test.each([
  [0, 'en', '1 second ago'],
  [59_000, 'en', '59 seconds ago'],
  [60_000, 'de', 'vor 1 Minute'],
  [12 * 60_000, 'en', '12 minutes ago'],
  [5 * 3_600_000, 'ru', '5 часов назад'],
  [49 * 3_600_000, 'pt-BR', 'há 2 dias'],
  [12 * 60_000, 'ar', 'قبل 12 دقيقة'],
])('%d ms in %s is %s', (age, language, words) => {
  expect(describeAge(age, language)).toBe(words);
});
