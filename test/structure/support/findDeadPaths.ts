import { posix } from 'node:path';
import type { Source } from './Source';

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
