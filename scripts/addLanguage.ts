import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatLocale } from './locales/formatLocale';
import { parseTexts } from './locales/parseTexts';
import { startLanguage } from './locales/startLanguage';

/**
 * `npx tsx scripts/addLanguage.ts <tag>` starts a language: its folder with all namespaces, in English, with the plural
 * forms the language has. Never touches a folder that is there.
 */
const [tag] = process.argv.slice(2);
const locales = resolve(__dirname, '../src/locales');
if (tag === undefined || Intl.getCanonicalLocales(tag)[0] !== tag) {
  process.stderr.write('Which language? Give its tag in the usual spelling, such as fr or pt-BR.\n');
  process.exitCode = 1;
} else {
  mkdirSync(join(locales, tag));
  for (const name of readdirSync(join(locales, 'en'))) {
    const texts = startLanguage(parseTexts(readFileSync(join(locales, 'en', name), 'utf8')), tag);
    writeFileSync(join(locales, tag, name), formatLocale(JSON.stringify(texts)));
  }
  process.stdout.write(`src/locales/${tag} is ready to be translated; add it to src/locales/languages.ts.\n`);
}
