/** A piece of what a reader sees: its text and the marks on it, sorted and joined by `+`. */
export type Run = [text: string, marks: string];

/** Joins neighbours with the same marks and takes out what nobody sees. */
export function mergeRuns(runs: Run[]): Run[] {
  const merged: Run[] = [];
  for (const [text, marks] of runs) {
    const seen = text.replaceAll('\u2060', '');
    const last = merged.at(-1);
    if (seen === '') continue;
    if (last?.[1] === marks) last[0] += seen;
    else merged.push([seen, marks]);
  }
  return merged;
}
