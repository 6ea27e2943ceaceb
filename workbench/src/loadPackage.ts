import { readFile } from 'node:fs/promises';
import { type AppPackage, readZip } from './readZip';
import { reasonOf } from './reasonOf';
import { StartupError } from './StartupError';

/** The package from a file, or (without one) built from this repository. @throws StartupError */
export async function loadPackage(file?: string): Promise<AppPackage> {
  if (file) {
    const zip = await readFile(file).catch((error: unknown) => {
      throw new StartupError(`${file} cannot be read: ${reasonOf(error)}`);
    });
    return readZip(zip, file);
  }
  // Loaded only when needed: the compiler takes a while to load.
  const { buildPackage } = await import('../../scripts/package/buildPackage');
  const { zip, path } = await buildPackage().catch((error: unknown) => {
    throw new StartupError(`The app cannot be packaged: ${reasonOf(error)}`);
  });
  return readZip(zip, path);
}
