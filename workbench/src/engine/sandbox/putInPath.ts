import { delimiter } from 'node:path';

/** Puts a folder first in this process's PATH: the engine starts `deno` by name. */
export function putInPath(folder: string): void {
  const path = process.env.PATH ?? '';
  if (!path.startsWith(`${folder}${delimiter}`)) process.env.PATH = `${folder}${delimiter}${path}`;
}
