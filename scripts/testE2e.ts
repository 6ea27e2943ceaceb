/**
 * The end-to-end tests on one imitated server: `npm run test:e2e -- --server 7.8`. Everything else goes to jest:
 * `npm run test:e2e -- --server 8.8 media`. Without --server it is the current release.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { DEFAULT_SERVER, isServerVersion, SERVER_VERSIONS } from '../workbench/src/server/serverTraits';

const { tokens } = parseArgs({ strict: false, tokens: true, options: { server: { type: 'string' } } });
const chosen = tokens.flatMap((token) => (token.kind === 'option' && token.name === 'server' ? [token] : []));
const server = chosen.at(-1)?.value ?? DEFAULT_SERVER;
if (!isServerVersion(server)) {
  process.stderr.write(`--server takes one of ${SERVER_VERSIONS.join(', ')}, not "${server}"\n`);
  process.exit(1);
}
const ours = new Set(chosen.flatMap(({ index, inlineValue }) => (inlineValue ? [index] : [index, index + 1])));
const rest = process.argv.slice(2).filter((_, index) => !ours.has(index));
const { status } = spawnSync(
  process.execPath,
  // Last, as --selectProjects takes every word after it for a project.
  ['node_modules/jest/bin/jest.js', ...rest, '--selectProjects', 'e2e'],
  {
    stdio: 'inherit',
    env: { ...process.env, TEST_SERVER: server },
  },
);
process.exit(status ?? 1);
