import { messageOf } from './messageOf';
import { PackagingError } from './PackagingError';
import { readText } from './readText';

/** Reads a JSON file of the app. @throws PackagingError when the file is missing or is not JSON. */
export async function readJson(file: string, purpose: string): Promise<unknown> {
  const text = await readText(file, purpose);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PackagingError(`${file} (${purpose}) is not JSON: ${messageOf(error)}`);
  }
}
