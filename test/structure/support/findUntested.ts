import { isTypesOnly } from './isTypesOnly';
import { parseSource } from './parseSource';
import type { Source } from './Source';

interface Tests {
  /** Paths of everything below `test/`. */
  paths: string[];
  /** Source path → why it has no test of its own; may name the test that proves it. */
  reasons: Record<string, string>;
}

/**
 * The rule "every source file has its test at the mirrored path, or a stated reason": `src/a/b.ts` ↔ `test/a/b.test.ts`.
 * Files of types only need none. A reason for a file that is gone or tested, or that names a test that is gone, is a
 * fault too.
 */
export function findUntested(sources: Source[], { paths, reasons }: Tests): string[] {
  const tests = new Set(paths);
  const needed = sources.filter((source) => !isTypesOnly(parseSource(source))).map(({ path }) => path);
  const untested = needed.filter((path) => !tests.has(mirrored(path)));
  return [
    ...untested
      .filter((path) => !(path in reasons))
      .map((path) => `${path}: write ${mirrored(path)}, or state a reason`),
    ...Object.entries(reasons).flatMap(([path, reason]) => {
      if (!untested.includes(path)) return [`${path}: the stated reason is stale: the file is gone, or has its test`];
      if (reason.trim().length < 20) return [`${path}: say in a sentence what proves this file`];
      const gone = (reason.match(/\btest\/[\w./-]+\.test\.tsx?/g) ?? []).filter((test) => !tests.has(test));
      return gone.map((test) => `${path}: its reason names ${test}, which is not there`);
    }),
  ];
}

function mirrored(path: string): string {
  return path.replace(/^src\//, 'test/').replace(/\.tsx?$/, '.test.ts');
}
