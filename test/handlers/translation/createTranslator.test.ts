import { createTranslator } from '../../../src/handlers/core/translation/createTranslator';
import { readLocale } from '../../../src/handlers/core/translation/readLocale';
import { languages } from '../../../src/locales/languages';
import { namespaces } from '../../../src/locales/namespaces';

const english = createTranslator('en');

describe('sentences', () => {
  test.each(['xx', '', 'xx-YY', '__proto__'])('of the language "%s", which nobody speaks, are English', (language) => {
    expect(createTranslator(language)('setup:question')).toBe(english('setup:question'));
  });

  test.each(languages.map(({ tag }) => tag))('in %s are never a key, whatever is asked for', (tag) => {
    const t = createTranslator(tag);
    for (const namespace of namespaces) {
      for (const key of Object.keys(readLocale('en', namespace))) {
        const params = { count: 3 };
        const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
        const said = t(`${namespace}:${base}`, base === key ? undefined : params);
        expect([key, said]).not.toEqual([key, expect.stringMatching(/^$|^[a-z]+:\w+$/)]);
        expect(said).not.toBe(base);
      }
    }
  });

  test('show what is filled in as it is: no entities, no templates within, no tricks of replacing', () => {
    for (const number of ['<b>&"\'', '{{number}}', '$t(setup:yes)', '$&$1$$', '+55 11', '{{- number}}']) {
      expect(english('numbers:none')).not.toContain('{{');
      expect(english('numbers:number', { number })).toBe(
        english('numbers:number', { number: '#' }).replace('#', () => number),
      );
    }
  });

  test('are there for every number of things', () => {
    for (const { tag } of languages) {
      const t = createTranslator(tag);
      for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000]) {
        expect(t('doctor:broken', { count })).toMatch(/^(?!doctor:).*\p{L}/u);
      }
    }
  });
});

describe('a language that is not complete', () => {
  const texts: Record<string, Record<string, string>> = {
    en: { hello: 'Hello', things_one: '{{count}} thing', things_other: '{{count}} things', only: 'Only here' },
    ar: {
      hello: 'مرحبا',
      things_zero: 'zero',
      things_one: 'one',
      things_two: 'two',
      things_few: 'few {{count}}',
      things_many: 'many {{count}}',
      things_other: 'other {{count}}',
    },
    ru: { things_one: 'one {{count}}' },
  };
  let translate: typeof createTranslator;

  beforeAll(async () => {
    jest.resetModules();
    const tags = Object.keys(texts).map((tag) => ({ tag, name: tag, rtl: tag === 'ar' }));
    jest.doMock('../../../src/locales/languages', () => ({ languages: tags }));
    jest.doMock('../../../src/handlers/core/translation/readLocale', () => ({
      readLocale: (tag: string, namespace: string) => (namespace === 'app' ? texts[tag] : {}),
    }));
    ({ createTranslator: translate } = await import('../../../src/handlers/core/translation/createTranslator'));
  });
  afterAll(() => {
    jest.dontMock('../../../src/locales/languages');
    jest.dontMock('../../../src/handlers/core/translation/readLocale');
    jest.resetModules();
  });

  test('is helped out by English', () => {
    expect(translate('ar')('app:hello')).toBe('مرحبا');
    expect(translate('ar')('app:only')).toBe('Only here');
    expect(translate('ru')('app:hello')).toBe('Hello');
  });

  test.each([
    [0, 'zero'],
    [1, 'one'],
    [2, 'two'],
    [3, 'few 3'],
    [11, 'many 11'],
    [100, 'other 100'],
  ])('has the form for %i things that its own rules ask for', (count, text) => {
    expect(translate('ar')('app:things', { count })).toBe(text);
  });

  test('borrows the English form where its own is missing', () => {
    expect(translate('ru')('app:things', { count: 21 })).toBe('one 21');
    expect(translate('ru')('app:things', { count: 5 })).toBe('5 things');
  });
});
