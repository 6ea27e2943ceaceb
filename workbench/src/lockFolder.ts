import { join } from 'node:path';
import Database from 'libsql';

/**
 * Takes a data folder for this process alone: undefined when another one has it, else a function that gives it back. The
 * lock is the system's own, on a file: it goes with the process, whatever ends that.
 * @throws Error with the system's reason when the folder cannot be written
 */
export function lockFolder(folder: string): (() => void) | undefined {
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
