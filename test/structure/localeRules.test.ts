import { formatLocale } from '../../scripts/locales/formatLocale';
import { isLanguageTag } from '../../scripts/locales/isLanguageTag';
import { startLanguage } from '../../scripts/locales/startLanguage';
import type { DynamicKeys } from './support/locales/keyUses';
import {
  findContextFaults,
  findKeyFaults,
  findLimitFaults,
  findNamingFaults,
  findPartFaults,
} from './support/locales/textRules';
import { findKeyUses, findUndeclaredKeys, findUseFaults, settingKeys } from './support/locales/keyUses';
import { textsOf } from './support/locales/texts';

const english = {
  'setup:title': 'Connect a number',
  'messages:count_one': 'One message',
  'messages:count_other': '{{count}} messages',
};
const none = { calls: [], patterns: [] };

describe('texts and their plural forms', () => {
  test('are read from files under their namespace', () => {
    expect(textsOf([{ path: 'src/locales/en/setup.json', text: '{"title":"Connect"}' }])).toEqual({
      'setup:title': 'Connect',
    });
    expect(() => textsOf([{ path: 'src/locales/en/setup.json', text: '{"title":{"short":"Connect"}}' }])).toThrow();
  });

  test('a missing, a foreign and an empty text are caught', () => {
    const texts = {
      'setup:name': 'Nummer',
      'messages:count_one': ' ',
      'messages:count_other': '{{count}} Nachrichten',
    };
    expect(findKeyFaults('de', texts, english)).toEqual([
      'de: setup:title is missing',
      'de: setup:name is not asked for',
      'de: messages:count_one is empty',
    ]);
  });

  test.each([
    ['ar', ['zero', 'two', 'few', 'many']],
    ['pt-BR', ['many']],
    ['pl', ['few', 'many']],
  ])('%s needs exactly its own plural forms', (tag, forms) => {
    const missing = forms.map((form) => `${tag}: messages:count_${form} is missing`);
    // In which order the forms come is up to the CLDR data of the Node version.
    expect(findKeyFaults(tag, english, english).sort()).toEqual(missing.sort());
    expect(findKeyFaults(tag, startLanguage(english, tag), english)).toEqual([]);
  });

  test('a form that a language does not have is caught', () => {
    expect(findKeyFaults('ja', english, english)).toEqual(['ja: messages:count_one is not asked for']);
  });

  test('a key that only ends like a plural form is a key like any other', () => {
    const ordinary = { 'setup:step_one': 'First' };
    expect(findKeyFaults('ar', ordinary, ordinary)).toEqual([]);
    expect(startLanguage(ordinary, 'ar')).toEqual(ordinary);
  });
});

describe('a new language', () => {
  test.each(['fr', 'pt-BR', 'zh-Hant'])('may be %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  });

  test.each(['', 'PT-br', 'xx', 'not a tag', '../en'])('may not be "%s"', (tag) => {
    expect(isLanguageTag(tag)).toBe(false);
  });
});

describe('what every language has to keep', () => {
  const original = { 'a:b': 'Type `/help`, {{name}}, or see https://example.org/a' };

  test('a lost, a misspelled and an invented part are caught', () => {
    expect(findPartFaults('de', { 'a:b': '`/hilfe`, {{nam}}, https://example.org/a' }, original)).toEqual([
      'de: a:b: lacks name',
      'de: a:b: has nam besides',
      'de: a:b: lacks `/help`',
      'de: a:b: has `/hilfe` besides',
    ]);
  });

  test('formats of a placeholder and the order of the parts are free', () => {
    expect(
      findPartFaults('ar', { 'a:b': '\u2068https://example.org/a\u2069 {{- name}} `/help` {{name, upper}}' }, original),
    ).toEqual([]);
  });

  test('only a form that means one number may leave the count out', () => {
    expect(findPartFaults('ar', { 'messages:count_two': 'رسالتان' }, english)).toEqual([]);
    expect(findPartFaults('ru', { 'messages:count_one': 'сообщение' }, english)).toEqual([
      'ru: messages:count_one: lacks count',
    ]);
  });
});

describe('buttons that a text names', () => {
  const context = { 'setup:back': 'A step; the bold words are our button setup:connect.' };

  test('are named in the words of the button', () => {
    const texts = { 'setup:back': 'Dann **Verbinden** wählen', 'setup:connect': 'Nummer verbinden' };
    expect(findNamingFaults('de', texts, context)).toEqual([
      'de: setup:back has to name the button setup:connect: **Nummer verbinden**',
    ]);
    expect(findNamingFaults('de', { ...texts, 'setup:connect': 'Verbinden' }, context)).toEqual([]);
    expect(findNamingFaults('de', { 'setup:back': 'Dann **Verbinden** wählen' }, context)).toEqual([
      'context.json: setup:back names the button setup:connect, which is not there',
    ]);
  });
});

describe('lengths', () => {
  const limits = { 'setup:title': { max: 24, why: 'a modal title' } };

  test('a text that is too long is caught', () => {
    expect(findLimitFaults('de', { 'setup:title': 'Eine WhatsApp-Nummer verbinden' }, limits, english)).toEqual([
      'de: setup:title: up to 30 characters, at most 24 (a modal title)',
    ]);
    expect(findLimitFaults('en', english, limits, english)).toEqual([]);
  });

  test('placeholders count as long as they can be, and have to be declared', () => {
    const plural = { 'messages:count': { max: 12, why: 'a button' } };
    expect(findLimitFaults('en', english, plural, english)).toEqual([
      'en: messages:count_other: say in limits.json how long {{count}} may be',
    ]);
    const declared = { 'messages:count': { max: 12, why: 'a button', params: { count: 4 } } };
    expect(findLimitFaults('en', english, declared, english)).toEqual([
      'en: messages:count_other: up to 13 characters, at most 12 (a button)',
    ]);
  });

  test('a limit of a text that is gone is caught', () => {
    expect(findLimitFaults('en', {}, { 'setup:gone': { max: 1, why: 'a button' } }, english)).toEqual([
      'setup:gone has a limit, but there is no such text',
    ]);
  });
});

describe('the code and the texts', () => {
  const usesIn = (text: string, calls = [{ function: 'refused', prefix: 'errors:', reason: '' }]) =>
    findKeyUses([{ path: 'src/a.ts', text }], ['setup', 'messages'], calls);

  test('a literal, a prefixed call and a label of Rocket.Chat are uses', () => {
    const code = "t('setup:title'); refused('gone'); const s = { i18nLabel: 'url' }; class A { labelI18n = 'send'; }";
    expect(usesIn(code).map(({ key }) => key)).toEqual(['setup:title', 'errors:gone', 'app:url', 'app:send']);
  });

  test('literals of other kinds are not', () => {
    expect(usesIn("const a = ['node:fs', 'setup: title', 'https://example.org', 'setup']; other('gone');")).toEqual([]);
  });

  test('a key without a text and a text without a use are caught', () => {
    expect(findUseFaults(usesIn("t('setup:titel')"), english, none)).toEqual([
      'src/a.ts:1: there is no text setup:titel',
      'setup:title is not used',
      'messages:count is not used',
    ]);
  });

  test('a placeholder that the code does not fill in is caught', () => {
    const faults = (code: string) => findUseFaults(usesIn(`t('setup:title'); ${code}`), english, none);
    expect(faults("t('messages:count')")).toEqual([
      'src/a.ts:1: messages:count mentions {{count}}, which is not given',
    ]);
    expect(faults("d.t('messages:count', { n: 1 })")).toHaveLength(1);
    expect(faults("t('messages:count', { count })")).toEqual([]);
    expect(faults("t('messages:count', params)")).toEqual([]);
  });

  test('a declared family is used, unless it has no member', () => {
    const patterns = [
      { pattern: 'messages:*', reason: 'one for each kind' },
      { pattern: 'setup:gone.*', reason: 'one for each step' },
    ];
    expect(findUseFaults(usesIn("t('setup:title')"), english, { calls: [], patterns })).toEqual([
      'dynamicKeys.json: setup:gone.* has no member',
    ]);
  });

  test('a family with a list of its members is taken at its word', () => {
    const patterns = [{ pattern: 'setup:{title,name}', reason: 'one for each field' }];
    expect(findUseFaults(usesIn("t('messages:count', { count })"), english, { calls: [], patterns })).toEqual([
      'dynamicKeys.json: there is no text setup:name',
    ]);
  });

  test('a key that is put together has to be declared', () => {
    const text = 'const key = (id: string) => t(`setup:${id}Hint`);';
    const undeclared = (dynamic: DynamicKeys) => findUndeclaredKeys([{ path: 'src/a.ts', text }], ['setup'], dynamic);
    expect(undeclared(none)).toEqual(['src/a.ts:1: declare setup:*Hint in dynamicKeys.json']);
    const reason = 'one for each field';
    expect(undeclared({ calls: [], patterns: [{ pattern: 'setup:{a,b}Hint', reason }] })).toEqual([]);
    expect(undeclared({ calls: [], patterns: [{ pattern: 'setup:{a,b}', reason }] })).toHaveLength(1);
    expect(undeclared({ calls: [{ function: 'key', prefix: 'setup:', reason }], patterns: [] })).toEqual([]);
  });

  test('the settings page names the labels, descriptions, sections and choices of the settings', () => {
    const setting = { id: 'a', section: 's', i18nLabel: 'a', i18nDescription: 'd', values: [{ i18nLabel: 'v' }] };
    expect(settingKeys([setting]).map(({ key }) => key)).toEqual(['app:s', 'app:a', 'app:d', 'app:v']);
  });

  test('a text that is not explained and an explanation without a text are caught', () => {
    expect(findContextFaults({ 'setup:gone': 'A title' }, ['setup:title'])).toEqual([
      'setup:title is not explained in context.json',
      'setup:gone is explained in context.json, but there is no such text',
    ]);
  });
});

describe('the way a file is written', () => {
  test('keys are sorted at every depth, lists keep their order', () => {
    const written = formatLocale('{"b":[{"d":1,"c":2},1],"a":"x"}');
    expect(written).toBe('{\n  "a": "x",\n  "b": [\n    {\n      "c": 2,\n      "d": 1\n    },\n    1\n  ]\n}\n');
    expect(formatLocale(written)).toBe(written);
  });
});
