import { isTypesOnly } from './isTypesOnly';
import { parseSource } from './parseSource';
import type { Source } from './Source';

interface Tests {
  /** Paths of everything below `test/`. */
  paths: string[];
  /** Source file, or folder with a slash at its end → why there is no test of its own, and what proves it instead. */
  reasons: Record<string, string>;
}

/**
 * The rule "every source file has its test at the mirrored path, or a stated reason": `src/a/b.ts` ↔ `test/a/b.test.ts`.
 * Files of types only need none. A reason for a whole folder has to name the test that proves it. A reason that nothing
 * needs any more, or that names a test which is gone, is a fault too.
 */
export function findUntested(sources: Source[], { paths, reasons }: Tests): string[] {
  const tests = new Set(paths);
  const needed = sources.filter((source) => !isTypesOnly(parseSource(source))).map(({ path }) => path);
  const untested = needed.filter((path) => !tests.has(mirrored(path)));
  const places = Object.keys(reasons);
  return [
    ...untested
      .filter((path) => !places.some((place) => stands(place, path)))
      .map((path) => `${path}: write ${mirrored(path)}, or state a reason`),
    ...Object.entries(reasons).flatMap(([place, reason]) => {
      if (!untested.some((path) => stands(place, path)))
        return [`${place}: the stated reason is stale: nothing needs it`];
      if (reason.trim().length < 20) return [`${place}: say in a sentence what proves it`];
      const named = reason.match(/\btest\/[\w./-]+\.test\.tsx?/g) ?? [];
      if (place.endsWith('/') && named.length === 0) return [`${place}: name the test that proves the folder`];
      return named
        .filter((test) => !tests.has(test))
        .map((test) => `${place}: its reason names ${test}, which is not there`);
    }),
  ];
}

function stands(place: string, path: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}

function mirrored(path: string): string {
  return path.replace(/^src\//, 'test/').replace(/\.tsx?$/, '.test.ts');
}
