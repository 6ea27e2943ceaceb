import { readFile, writeFile } from 'node:fs/promises';
import type { AppHost } from './engine/AppHost';
import type { AppView } from './engine/AppView';
import type { AppPackage } from './readZip';
import { reasonOf } from './reasonOf';
import { StartupError } from './StartupError';
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
