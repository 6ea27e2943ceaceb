import { nodesOf } from './nodesOf';

/** Everything that a person reads on a surface, in its order. */
export function shownTexts(surface: unknown): string[] {
  return nodesOf(surface).flatMap(({ path, value }) =>
    /(^|\.)text$/.test(path) && typeof value === 'string' ? [value] : [],
  );
}
