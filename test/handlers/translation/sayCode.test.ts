import { createTranslator } from '../../../src/handlers/core/translation/createTranslator';
import { sayCode } from '../../../src/handlers/numbers/sayCode';
import { languages } from '../../../src/locales/languages';

const say = (code: string, language = 'en') => sayCode(code, createTranslator(language));

test.each([
  ['GREEN', 'high'],
  ['green', 'high'],
  ['RED', 'low'],
  ['UTILITY', 'Utility'],
  ['TIER_250', '250 customers in 24 hours'],
  ['TIER_1K', '1,000 customers in 24 hours'],
  ['TIER_100K', '100,000 customers in 24 hours'],
  ['TIER_UNLIMITED', 'no limit'],
  ['INVALID_FORMAT', 'its format is not valid, for instance its variables'],
])('%s is "%s"', (code, said) => {
  expect(say(code)).toBe(said);
});

test.each([
  ['TIER_NOT_SET', 'Tier not set'],
  ['NEW_THING', 'New thing'],
  ['constructor', 'Constructor'],
  ['', ''],
  ['–', '–'],
])('"%s", which nobody knows, keeps its words: "%s"', (code, said) => {
  expect(say(code)).toBe(said);
});

test.each(languages.map(({ tag }) => tag))('in %s no code is left', (tag) => {
  for (const code of ['GREEN', 'YELLOW', 'RED', 'MARKETING', 'UTILITY', 'TIER_50', 'TIER_2K', 'DISABLE', 'BLOCKED']) {
    expect(say(code, tag)).not.toMatch(/[A-Z]{3}|_|\dK|^\w+:/);
  }
});

test('numbers are written as the language writes them', () => {
  expect(say('TIER_10K', 'de')).toBe('10.000 Kunden in 24 Stunden');
  expect(say('TIER_10K', 'ru')).toBe('10\u00a0000 клиентов за 24 часа');
  expect(say('TIER_10K', 'ar')).toBe('10,000 عميل خلال 24 ساعة');
});
