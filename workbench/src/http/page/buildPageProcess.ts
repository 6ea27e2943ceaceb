/**
 * A separate process, so that the build does not slow the server: `buildPageProcess <source folder> <target folder>`.
 */
import { join } from 'node:path';
import { build } from 'vite';

const [source, target] = process.argv.slice(2);
if (!source || !target) throw new Error('Expected the source folder and the target folder');

await build({
  root: source,
  configFile: join(source, 'vite.config.ts'),
  logLevel: 'warn',
  build: { outDir: target, emptyOutDir: true },
});
