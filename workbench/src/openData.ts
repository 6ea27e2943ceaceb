import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { reasonOf, StartupError } from './StartupError';
import type { Store } from './store/Store';
import { openStore } from './store/Store';

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

/**
 * Sees to it that there is a folder that can be written, with those above it. Node's own `recursive` never ends where the
 * system makes none, as in `/proc`.
 * @throws Error with the system's code
 */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    makeFolder(dirname(folder));
    // The stored data hold keys of the simulator's numbers.
    mkdirSync(folder, { mode: 0o700 });
  }
  // A file of that name is none: it has nothing below.
  accessSync(join(folder, '.', '/'), constants.W_OK);
}

/**
 * Takes a data folder for this process alone: undefined when another one has it, else a function that gives it back. The
 * lock is the system's own, on a file: it goes with the process, whatever ends that.
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
