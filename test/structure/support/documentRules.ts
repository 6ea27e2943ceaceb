import { posix } from 'node:path';
import type { Source } from './repository';

const LINK_TO_HEADING = /\]\(([^)\s#]*)#([^)\s]+)\)/g;

/** The rule "a link leads to a heading that is there", for links between these documents and within each of them. */
export function findDeadHeadings(documents: readonly Source[]): string[] {
  const headings = new Map(documents.map(({ path, text }) => [path, anchorsOf(text)]));
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(LINK_TO_HEADING)].flatMap(([, target = '', anchor = '']) => {
      const file = target === '' ? path : posix.join(posix.dirname(path), target);
      const known = headings.get(file);
      return known === undefined || known.includes(anchor) ? [] : [`${path}: ${target}#${anchor} is not there`];
    }),
  );
}

/** As GitHub makes anchors of headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

const PATH = /`((?:src|test|workbench|bench|docs|scripts)\/[\w./-]+)`/g;
const LINK = /\]\(([^)\s#]+)(?:#[^)]*)?\)/g;

/**
 * The rule "documents name what is there": paths from the root in backticks, and relative links. A path with a gap in it
 * (`src/flows/<journey>/`, `*`) is a pattern and not looked at.
 */
export function findDeadPaths(documents: Source[], exists: (path: string) => boolean): string[] {
  return documents.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const named = [...line.matchAll(PATH)].map(([, target = '']) => target);
      const linked = [...line.matchAll(LINK)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .map((target) => posix.join(posix.dirname(path), target));
      return [...named, ...linked]
        .filter((target) => !exists(target))
        .map((target) => `${path}:${index + 1}: ${target} is not there`);
    }),
  );
}

/**
 * The rule "a map names every place once": folders that a table has not in its first column, or twice, and files that it
 * names although the folder of their row has them not. A row is `| names of folders | … |` with names in backticks.
 *
 * @param folders name → names of the files in it
 */
export function findMapFaults(map: string, folders: ReadonlyMap<string, readonly string[]>): string[] {
  const rows = map.split('\n').flatMap((line) => {
    const cells = /^\|(.*)\|$/.exec(line)?.[1]?.split('|') ?? [];
    const names = [...(cells[0] ?? '').matchAll(/`([\w/-]+)\/`/g)].map(([, name = '']) => name);
    const files = [...(cells.at(-1) ?? '').matchAll(/`([\w-]+\.ts)`/g)].map(([, file = '']) => file);
    return names.map((name) => ({ name, files }));
  });
  const counts = [...folders.keys()].map((name) => ({ name, count: rows.filter((row) => row.name === name).length }));
  return [
    ...counts.filter(({ count }) => count !== 1).map(({ name, count }) => `${name}/ is named ${count} times`),
    ...rows.flatMap(({ name, files }) =>
      files.filter((file) => !folders.get(name)?.includes(file)).map((file) => `${name}/${file} is not there`),
    ),
  ];
}
