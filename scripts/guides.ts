import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fillIn } from './guides/fillIn';
import { generatedParts } from './guides/generatedParts';

/** `npm run guides` draws the tables of the guides anew from settings, locales and error codes. */
const folder = resolve(__dirname, '../docs');

for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
  const before = readFileSync(join(folder, name), 'utf8');
  const after = fillIn(before, generatedParts);
  if (after !== before) {
    writeFileSync(join(folder, name), after);
    process.stdout.write(`docs/${name}\n`);
  }
}
