import { createCatalogue, createTranslator, translatorOf, withOneStop } from '../../../src/handlers/core/translator';
import { readLocale } from '../../../src/handlers/core/readLocale';
import { showDay } from '../../../src/handlers/core/showTime';
import { sayCode } from '../../../src/handlers/numbers/sayCode';
import { languages } from '../../../src/locales/languages';
import { namespaces } from '../../../src/locales/namespaces';
import { fakeHost } from '../../support/fakeHost';

describe('createTranslator', () => {
  const english = createTranslator('en');

  describe('sentences', () => {
    test.each(['xx', '', 'xx-YY', '__proto__'])(
      'of the language "%s", which nobody speaks, are English',
      (language) => {
        expect(createTranslator(language)('setup:question')).toBe(english('setup:question'));
      },
    );

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
    const catalogue = createCatalogue(Object.fromEntries(Object.entries(texts).map(([tag, app]) => [tag, { app }])));
    const translate = (tag: string) => createTranslator(tag, catalogue);

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
});

describe('readLocale', () => {
  test('every language has every file, and nothing but sentences in it', () => {
    for (const { tag } of languages) {
      for (const namespace of namespaces) {
        const texts = Object.values(readLocale(tag, namespace));
        expect([tag, namespace, texts.length > 0]).toEqual([tag, namespace, true]);
        expect(texts.filter((text) => typeof text !== 'string')).toEqual([]);
      }
    }
  });
});

describe('sayCode', () => {
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
});

describe('showDay', () => {
  test.each([
    ['en', 'December 3, 2026'],
    ['de', '3. Dezember 2026'],
    ['pt-BR', '3 de dezembro de 2026'],
  ])('a day is written as people write it: %s', (language, expected) => {
    expect(showDay(Date.UTC(2026, 11, 3, 23), createTranslator(language))).toBe(expected);
  });
});

describe('translatorOf', () => {
  test.each([...languages.map(({ tag }) => tag), undefined, 'a language of tomorrow'])(
    'the workspace that chose %s is spoken to in it',
    async (chosen) => {
      const { host } = fakeHost({ settings: { preferred_language: chosen } });
      const tag = languages.find((language) => language.tag === chosen)?.tag ?? 'en';
      expect((await translatorOf(host))('setup:question')).toBe(createTranslator(tag)('setup:question'));
    },
  );
});

describe('withOneStop', () => {
  const fill =
    (text: string) =>
    (_key: string, params: Record<string, string | number> = {}): string =>
      text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(params[name]));

  test.each([
    ['Refused: {{details}}. Try again.', 'It is full.', 'Refused: It is full. Try again.'],
    ['Refused: {{details}}. Try again.', 'It is full', 'Refused: It is full. Try again.'],
    ['Refused ({{details}}). Try again.', 'It is full.', 'Refused (It is full). Try again.'],
    ['مرفوض: \u2068{{details}}\u2069. حاول.', 'It is full.', 'مرفوض: \u2068It is full\u2069. حاول.'],
    ['अस्वीकृत: {{details}}। फिर से।', 'It is full.', 'अस्वीकृत: It is full। फिर से।'],
    ['Read 5 min ago: {{details}}', 'It is full.', 'Read 5 min ago: It is full.'],
    ['{{details}} Try again.', 'It is full.', 'It is full. Try again.'],
    ['Wait: {{details}}.', 'Soon...', 'Wait: Soon...'],
  ])('"%s" with "%s" has one full stop', (text, details, said) => {
    expect(withOneStop(fill(text), 'key', { details })).toBe(said);
  });

  test.each(languages.map(({ tag }) => tag))('no text in %s has two where Meta says a sentence', (tag) => {
    const t = createTranslator(tag);
    const details = 'Number of parameters does not match.';
    const reason = t('errors:refused', { details });
    const said = [
      reason,
      t('doctor:templatesFailed', { age: '5 min', reason }),
      t('warnings:accountRestricted', { number: '+55', event: 'x', details }),
      t('warnings:undelivered', { reason }),
      t('numbers:webhookStays', { number: '+55', reason }),
    ];
    expect(said.join('\n')).not.toMatch(/[.।][\u2069)]*[.।]/u);
  });
});
