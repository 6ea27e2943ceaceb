import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { otherShortcodes } from './shortcodes/otherShortcodes';

/** `npx tsx scripts/shortcodes.ts` writes the names of emoji anew; to be run when `emojibase-data` has another version. */
const file = resolve(__dirname, '../src/handlers/whatsapp/otherShortcodes.json');
const names = otherShortcodes();
writeFileSync(file, `${JSON.stringify(names, null, 2)}\n`);
process.stdout.write(`${Object.keys(names).length} names in ${file}\n`);
