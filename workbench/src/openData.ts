import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { reasonOf, StartupError } from './StartupError';
import type { Store } from './store/Store';
import { openStore } from './store/Store';

/** The storage places of the parts. */
export interface Data {
  store: Store;
  simulatorFile?: string;
  installedNote?: string;
  close: () => void;
}

/**
 * Opens the data folder, and creates it if it is missing.
 * @throws StartupError when it cannot be written, or when another workbench uses it: each would set the app's addresses
 * to itself
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

/**
 * Makes sure that a writable folder exists, including its parents. Node's own `recursive` never ends where the system
 * creates none, as in `/proc`.
 * @throws Error with the system's code
 */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    makeFolder(dirname(folder));
    // Private, because the stored data contain keys of the simulator's numbers.
    mkdirSync(folder, { mode: 0o700 });
  }
  // A file of that name is not a folder.
  accessSync(join(folder, '.', '/'), constants.W_OK);
}

/**
 * Locks a data folder for this process: returns undefined when another process has it, else a function that unlocks it.
 * The lock is the system's own lock on a file, so it ends with the process in any case.
 * @throws Error with the system's reason when the folder cannot be written
 */
function lockFolder(folder: string): (() => void) | undefined {
  const db = new Database(join(folder, 'in-use.sqlite'));
  try {
    db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (String(error).includes('locked')) return undefined;
    throw error;
  }
  return () => void db.close();
}
