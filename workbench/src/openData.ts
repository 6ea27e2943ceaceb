import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from './reasonOf';
import { StartupError } from './StartupError';
import { openStore } from './store/openStore';
import type { Store } from './store/Store';

/** Where the parts keep their things. */
export interface Data {
  store: Store;
  simulatorFile?: string;
  installedNote?: string;
}

/** Opens the data folder, making it when it is missing. @throws StartupError when it cannot be written. */
export function openData(folder?: string): Data {
  if (!folder) return { store: openStore({ memory: true }) };
  try {
    mkdirSync(folder, { recursive: true });
    return {
      store: openStore({ file: join(folder, 'workspace.sqlite') }),
      simulatorFile: join(folder, 'simulator.sqlite'),
      installedNote: join(folder, 'installed-app.txt'),
    };
  } catch (error) {
    throw new StartupError(`The data folder ${folder} cannot be used: ${reasonOf(error)}`);
  }
}
