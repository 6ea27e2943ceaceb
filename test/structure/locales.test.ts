import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLocale } from '../../scripts/locales/formatLocale';
import { settingDefinitions } from '../../src/handlers/core/settings/settings';
import { languages } from '../../src/locales/languages';
import { namespaces } from '../../src/locales/namespaces';
import { listFiles, readSources, repositoryRoot } from './support/repository';
import { calledBy, readLanguageFiles, textsOf } from './support/locales/texts';
import type { DynamicKeys } from './support/locales/keyUses';
import {
  findContextFaults,
  findKeyFaults,
  findLimitFaults,
  findNamingFaults,
  findPartFaults,
} from './support/locales/textRules';
import { findKeyUses, findUndeclaredKeys, findUseFaults, settingKeys } from './support/locales/keyUses';
import type { Limit } from './support/locales/textRules';

const english = textsOf(readLanguageFiles('en'));
const tags = languages.map(({ tag }) => tag);
const code = readSources('App.ts', 'src');
const dynamic = readTable<DynamicKeys>('dynamicKeys.json', { calls: [], patterns: [] });
const context = readTable<Record<string, string>>('context.json', {});
const names = [...new Set(Object.keys(english).map((key) => calledBy(key, english)))];

describe('the list of languages', () => {
  test('is the list of the folders, in both directions', () => {
    const folders = listFiles('src/locales').flatMap((path) => /^src\/locales\/([^/]+)\//.exec(path)?.[1] ?? []);
    expect([...new Set(folders)].sort()).toEqual([...tags].sort());
  });

  test('begins with English, which the others fall back to', () => {
    expect(tags[0]).toBe('en');
  });

  test.each(languages)('knows how $name ($tag) is spelled and in which direction it runs', ({ tag, rtl }) => {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(Intl.PluralRules.supportedLocalesOf(tag)).toEqual([tag]);
    expect(rtl).toBe(/^(ar|fa|he|ur|ps|ckb|dv|yi|ug|sd)\b/.test(tag));
  });
});

describe.each(tags)('the language %s', (tag) => {
  const files = readLanguageFiles(tag);
  const texts = textsOf(files);

  test('has the same namespaces as the code', () => {
    expect(files.map(({ path }) => path)).toEqual(
      [...namespaces].sort().map((name) => `src/locales/${tag}/${name}.json`),
    );
  });

  test('has the same texts as English, in its own plural forms, none of them empty', () => {
    expect(findKeyFaults(tag, texts, english)).toEqual([]);
  });

  test('keeps placeholders, code and addresses', () => {
    expect(findPartFaults(tag, texts, english)).toEqual([]);
  });

  test('calls a button as the button calls itself', () => {
    expect(findNamingFaults(tag, texts, context)).toEqual([]);
  });

  test('fits where vendors limit the length', () => {
    expect(findLimitFaults(tag, texts, readTable<Record<string, Limit>>('limits.json', {}), english)).toEqual([]);
  });
});

describe('the texts', () => {
  test('are all used, and all that the code names are there and get what they mention', () => {
    const uses = [...findKeyUses(code, [...namespaces], dynamic.calls), ...settingKeys(settingDefinitions)];
    expect(findUseFaults(uses, english, dynamic)).toEqual([]);
  });

  test('whose keys are put together are declared, with the reason', () => {
    expect(findUndeclaredKeys(code, [...namespaces], dynamic)).toEqual([]);
    const entries = [...dynamic.calls, ...dynamic.patterns];
    expect(entries.filter(({ reason }) => reason.trim().length < 15)).toEqual([]);
  });

  test('are explained to translators, each of them', () => {
    expect(findContextFaults(context, names)).toEqual([]);
  });

  test('stand in files that are sorted and written in one way (npx tsx scripts/formatLocales.ts)', () => {
    const files = readLanguageFiles();
    expect(files.filter(({ text }) => formatLocale(text) !== text).map(({ path }) => path)).toEqual([]);
  });
});

function readTable<T>(name: string, absent: T): T {
  const path = join(repositoryRoot, 'src/locales', name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : absent;
}
