import { readFile } from 'node:fs/promises';
import { messageOf } from './messageOf';
import { PackagingError } from './PackagingError';

/** Reads a file of the app. @throws PackagingError naming the file and what it is for when it is missing. */
export async function readText(file: string, purpose: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new PackagingError(`${file} (${purpose}) cannot be read: ${messageOf(error)}`);
  });
}
