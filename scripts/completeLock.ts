import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addMissingPlatforms } from './lock/addMissingPlatforms';
import { parseLock } from './lock/parseLock';

/**
 * `npx tsx scripts/completeLock.ts` after an `npm install` that dropped other platforms' packages from the lock
 * (npm/cli#4828; `test/structure/lockFile.test.ts` tells when).
 */
const path = resolve(__dirname, '../package-lock.json');
const { lock, added } = addMissingPlatforms(parseLock(readFileSync(path, 'utf8')));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(added.length > 0 ? `added ${added.join('\n      ')}\n` : 'the lock was complete\n');
