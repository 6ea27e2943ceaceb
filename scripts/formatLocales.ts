import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatLocale } from './locales/formatLocale';

/** `npx tsx scripts/formatLocales.ts` writes every file of `src/locales` in the one way that the structure test asks for. */
const folder = resolve(__dirname, '../src/locales');
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.json'),
)) {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  const formatted = formatLocale(text);
  if (formatted !== text) {
    writeFileSync(path, formatted);
    process.stdout.write(`${name}\n`);
  }
}
