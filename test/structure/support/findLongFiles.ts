import type { Source } from './Source';

/** The rule "no file over `limit` lines". */
export function findLongFiles(sources: Source[], limit: number): string[] {
  return sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${limit}`);
}
