import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Sees to it that there is a folder that can be written, with those above it. Node's own `recursive` never ends where the
 * system makes none, as in `/proc`.
 * @throws Error with the system's code
 */
export function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    makeFolder(dirname(folder));
    // What is kept holds keys of the simulator's numbers.
    mkdirSync(folder, { mode: 0o700 });
  }
  // A file of that name is none: it has nothing below.
  accessSync(join(folder, '.', '/'), constants.W_OK);
}
