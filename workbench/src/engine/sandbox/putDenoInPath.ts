import { delimiter, dirname } from 'node:path';
import { readDenoExecutable } from './readDenoExecutable';

/** Puts the Deno of our own dependencies first in this process's PATH: the engine starts `deno` by name. */
export function putDenoInPath(): void {
  const folder = dirname(readDenoExecutable());
  const path = process.env.PATH ?? '';
  if (!path.startsWith(`${folder}${delimiter}`)) process.env.PATH = `${folder}${delimiter}${path}`;
}
