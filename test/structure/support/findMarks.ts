import type { Source } from './Source';

/** Marks of unfinished work. Written in parts, so that this file is not a finding of its own. */
const MARK = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);

/** The rule "nothing is left for later in the code": what is open is an issue. */
export function findMarks(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (MARK.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
