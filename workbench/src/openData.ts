import { join } from 'node:path';
import { lockFolder } from './lockFolder';
import { makeFolder } from './makeFolder';
import { reasonOf } from './reasonOf';
import { StartupError } from './StartupError';
import { openStore } from './store/openStore';
import type { Store } from './store/Store';

/** Where the parts keep their things. */
export interface Data {
  store: Store;
  simulatorFile?: string;
  installedNote?: string;
  close: () => void;
}

/**
 * Opens the data folder, making it when it is missing.
 * @throws StartupError when it cannot be written, or when another workbench is running on it: the two would turn the
 * app's addresses to themselves in turns
 */
export function openData(folder?: string): Data {
  if (!folder) {
    const store = openStore({ memory: true });
    return { store, close: () => store.close() };
  }
  const unlock = attempt(folder, () => {
    makeFolder(folder);
    return lockFolder(folder);
  });
  if (!unlock) {
    throw new StartupError(`Another workbench is running on the data folder ${folder}; choose another one with --data`);
  }
  try {
    const store = attempt(folder, () => openStore({ file: join(folder, 'workspace.sqlite') }));
    return {
      store,
      simulatorFile: join(folder, 'simulator.sqlite'),
      installedNote: join(folder, 'installed-app.txt'),
      close: () => {
        store.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function attempt<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new StartupError(`The data folder ${folder} cannot be used: ${reasonOf(error)}`);
  }
}
