import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of stored media, kept out of the database so that a 100 MB document does not swell it. */
export interface MediaFiles {
  write(id: string, bytes: Buffer): void;
  /** Undefined when the bytes are gone. */
  read(id: string): Buffer | undefined;
  remove(id: string): void;
}

/** Files in a folder, or in memory when there is none. Ids are digits made by us, so they are safe as file names. */
export function openMediaFiles(folder: string | undefined): MediaFiles {
  if (folder === undefined) {
    const kept = new Map<string, Buffer>();
    return {
      write: (id, bytes) => void kept.set(id, bytes),
      read: (id) => kept.get(id),
      remove: (id) => void kept.delete(id),
    };
  }
  mkdirSync(folder, { recursive: true });
  const pathOf = (id: string) => join(folder, id);
  return {
    write: (id, bytes) => writeFileSync(pathOf(id), bytes),
    read: (id) => {
      try {
        return readFileSync(pathOf(id));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (id) => rmSync(pathOf(id), { force: true }),
  };
}
