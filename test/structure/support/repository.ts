import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One file of the repository: its path from the root, with forward slashes, and its text. */
export interface Source {
  path: string;
  text: string;
}

/** The folder that holds `package.json` and `App.ts`. */
export const repositoryRoot = resolve(__dirname, '../../..');

/** Where the code of this repository stands. */
export const ownPlaces: readonly string[] = ['App.ts', 'src', 'workbench', 'bench', 'scripts', 'test'];

const SKIPPED = new Set(['node_modules', 'dist', '.workbench', 'coverage']);

/**
 * Paths of all files below a file or folder of the repository, sorted, relative to the root.
 * What is not there gives an empty list: a folder may be written later than the rule about it.
 */
export function listFiles(place: string): string[] {
  const full = join(repositoryRoot, place);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [place];
  return readdirSync(full, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => {
      const path = `${place}/${entry.name}`;
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .sort();
}

/** The files below the places whose path fits, with their text. */
function readFiles(places: readonly string[], fits: (path: string) => boolean): Source[] {
  return places
    .flatMap((place) => listFiles(place))
    .filter(fits)
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }));
}

/** All TypeScript and JavaScript files below the places, with their text. */
export function readSources(...places: string[]): Source[] {
  return readFiles(places, (path) => /\.[cm]?[jt]sx?$/.test(path) && !path.endsWith('.d.ts'));
}

/** All style sheets below the places, with their text. */
export function readStyleSheets(...places: string[]): Source[] {
  return readFiles(places, (path) => path.endsWith('.css'));
}
