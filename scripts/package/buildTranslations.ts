import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { PackagePart } from './PackagePart';
import { PackagingError } from './PackagingError';
import { readJson } from './readJson';

const Texts = v.record(v.string(), v.string());

/**
 * `i18n/<language>.json` for the labels that Rocket.Chat itself shows (settings, command descriptions), from the `app`
 * namespace of every language.
 * @throws PackagingError when there is no English, or a language lacks the namespace or one of its keys.
 */
export async function buildTranslations(root: string): Promise<PackagePart[]> {
  const folder = join(root, 'src', 'locales');
  const languages = await listLanguages(folder);
  if (!languages.includes('en'))
    throw new PackagingError(`${folder} has no English (en): it is what the others fall back to`);
  const english = await readTexts(folder, 'en', 'app');
  return Promise.all(
    languages.map(async (language) => {
      const labels = await readTexts(folder, language, 'app');
      const missing = Object.keys(english).filter((key) => !(key in labels));
      if (missing.length > 0) throw new PackagingError(`${language}/app.json lacks ${missing.join(', ')}`);
      return { path: `i18n/${language}.json`, content: Buffer.from(`${JSON.stringify(labels, null, 2)}\n`) };
    }),
  );
}

/** The languages that have a folder. @throws PackagingError when there is no folder of languages. */
export async function listLanguages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new PackagingError(`${folder} (the languages) cannot be read`);
  });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The texts of one language and namespace, by key. @throws PackagingError when the file is not a flat list of texts. */
export async function readTexts(folder: string, language: string, namespace: string): Promise<Record<string, string>> {
  const file = join(folder, language, `${namespace}.json`);
  const parsed = v.safeParse(Texts, await readJson(file, 'texts of the app'));
  if (!parsed.success) throw new PackagingError(`${file}: every key must stand flat, with a text as its value`);
  return parsed.output;
}
