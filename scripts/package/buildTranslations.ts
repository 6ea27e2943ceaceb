import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { PackagePart } from './PackagePart';
import { PackagingError } from './PackagingError';
import { readJson } from './readJson';

const Labels = v.record(v.string(), v.string());

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
  const english = await readLabels(folder, 'en');
  return Promise.all(
    languages.map(async (language) => {
      const labels = await readLabels(folder, language);
      const missing = Object.keys(english).filter((key) => !(key in labels));
      if (missing.length > 0) throw new PackagingError(`${language}/app.json lacks ${missing.join(', ')}`);
      return { path: `i18n/${language}.json`, content: Buffer.from(`${JSON.stringify(labels, null, 2)}\n`) };
    }),
  );
}

async function listLanguages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new PackagingError(`${folder} (the languages) cannot be read`);
  });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function readLabels(folder: string, language: string): Promise<Record<string, string>> {
  const file = join(folder, language, 'app.json');
  const parsed = v.safeParse(Labels, await readJson(file, 'the labels that Rocket.Chat shows'));
  if (!parsed.success) throw new PackagingError(`${file}: every key must stand flat, with a text as its value`);
  return parsed.output;
}
