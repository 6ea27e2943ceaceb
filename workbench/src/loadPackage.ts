import { readFile } from 'node:fs/promises';
import { type AppPackage, readZip } from './readZip';
import { StartupError } from './StartupError';

/** The package from a file, or (without one) built from this repository. @throws StartupError */
export async function loadPackage(file?: string): Promise<AppPackage> {
  if (file) {
    const zip = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new StartupError(`${file} cannot be read: ${error.code ?? error.message}`);
    });
    return readZip(zip, file);
  }
  // Loaded only when needed: the compiler takes a while to load.
  const { buildPackage } = await import('../../scripts/package/buildPackage');
  const { zip, path } = await buildPackage().catch((error: Error) => {
    throw new StartupError(`The app cannot be packaged: ${error.message}`);
  });
  return readZip(zip, path);
}
