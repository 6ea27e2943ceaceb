import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { AppHost, AppView } from './engine/AppHost';
import { readManifest } from './engine/readManifest';
import { reasonOf, StartupError } from './StartupError';
import type { UserDocument } from './workspace/documents/UserDocument';

/**
 * Installs the package, or updates the app when its bytes differ from what was installed last; an app that is there
 * already is left as it is. `note` is the file that remembers what was installed (none for a workspace in memory).
 * @throws StartupError with the engine's reason.
 */
export async function installPackage(
  apps: AppHost,
  app: AppPackage,
  by: UserDocument,
  note?: string,
): Promise<AppView> {
  const installed = await apps.get(app.id);
  const last = note ? await readFile(note, 'utf8').catch(() => '') : '';
  const mark = `${app.id} ${app.sha256}\n`;
  if (installed && installed.version === app.version && last === mark) return installed;
  try {
    const view = await (installed ? apps.update(app.zip, by) : apps.install(app.zip, by));
    if (note) await writeFile(note, mark);
    return view;
  } catch (error) {
    throw new StartupError(`The app cannot be ${installed ? 'updated' : 'installed'}: ${reasonOf(error)}`);
  }
}

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

/** An app package, and what says which one it is. */
interface AppPackage {
  zip: Buffer;
  id: string;
  version: string;
  sha256: string;
}

/** Looks into a package. @throws StartupError naming `place` when it is no app package. */
export function readZip(zip: Buffer, place: string): AppPackage {
  try {
    const { id, version } = readManifest(zip);
    return { zip, id, version, sha256: createHash('sha256').update(zip).digest('hex') };
  } catch (error) {
    throw new StartupError(`${place} is not an app package: ${reasonOf(error)}`);
  }
}
