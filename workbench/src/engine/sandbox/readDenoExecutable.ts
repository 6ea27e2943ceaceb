import { createRequire } from 'node:module';

/**
 * Where the deno package's own installer has (or now puts) the executable: npm may be told to run no install scripts.
 * Throws when there is none for this system.
 */
export function readDenoExecutable(): string {
  const require = createRequire(import.meta.url);
  const installer = require('deno/install_api.cjs') as { runInstall(): string };
  return installer.runInstall();
}
