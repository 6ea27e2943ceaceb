// `npm run pictures` takes the golden pictures anew; they are then looked at and committed.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import process from 'node:process';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const { status } = spawnSync(process.execPath, [jest, 'test/browser/pictures.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, UPDATE_PICTURES: '1' },
});
process.exitCode = status ?? 1;
