import { readFile } from 'node:fs/promises';
import { PackagingError } from './PackagingError';

/** Reads a file of the app. @throws PackagingError naming the file and what it is for when it is missing. */
export async function readText(file: string, purpose: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PackagingError(`${file} (${purpose}) cannot be read: ${error.code ?? error.message}`);
  });
}
