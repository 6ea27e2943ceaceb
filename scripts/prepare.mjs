// Runs after `npm ci` and `npm install`, so that the first start finds its page built. An installation never fails for it:
// what cannot be built now (no development packages, nowhere to write) is built, or explained, at the start.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'workbench/src/prebuildPage.ts'], {
  encoding: 'utf8',
});
if (status !== 0) process.stderr.write(`The page is built at the start: ${stderr.trim().split('\n').at(-1) ?? ''}\n`);
