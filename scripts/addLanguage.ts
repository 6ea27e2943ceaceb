import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatLocale } from './locales/formatLocale';
import { isLanguageTag } from './locales/isLanguageTag';
import { parseTexts } from './locales/parseTexts';
import { startLanguage } from './locales/startLanguage';

/**
 * `npx tsx scripts/addLanguage.ts <tag>` starts a language: its folder with all namespaces, in English, with the plural
 * forms the language has. Never touches a folder that is there.
 */
const [tag = ''] = process.argv.slice(2);
const locales = resolve(__dirname, '../src/locales');
const folder = join(locales, tag);

if (!isLanguageTag(tag)) refuse('Which language? Give its tag in the usual spelling, such as fr or pt-BR.');
else if (existsSync(folder)) refuse(`src/locales/${tag} is there already.`);
else {
  mkdirSync(folder);
  for (const name of readdirSync(join(locales, 'en'))) {
    const texts = startLanguage(parseTexts(readFileSync(join(locales, 'en', name), 'utf8')), tag);
    writeFileSync(join(folder, name), formatLocale(JSON.stringify(texts)));
  }
  process.stdout.write(`src/locales/${tag} is ready to be translated; add it to src/locales/languages.ts.\n`);
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}
