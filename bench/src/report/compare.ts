import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import * as v from 'valibot';
import { drawTable } from './drawReport';
import { show } from './Figures';

const figures = v.array(
  v.object({ title: v.string(), columns: v.array(v.string()), rows: v.array(v.array(v.string())) }),
);

/** `circumstances`: on what and when it was measured, in one line. */
const runSchema = v.object({ circumstances: v.string(), figures });

/** A run as it is kept. */
export type Run = v.InferOutput<typeof runSchema>;

/** Keeps a run, for later ones to be compared with. */
export async function keepRun(path: string, run: Run): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(v.parse(runSchema, run), null, 1)}\n`);
  process.stdout.write(`\nKept in ${relative(process.cwd(), path)}, for --compare\n`);
}

/** @throws Error when there is no such file or it holds no run */
export async function readRun(path: string): Promise<Run> {
  return v.parse(runSchema, JSON.parse(await readFile(path, 'utf8')));
}

/**
 * The ratios of a run to an earlier one: each number divided by what stood in its place. What the earlier run did not
 * measure is left out.
 */
export function drawComparison(now: Run, before: Run): string {
  const tables = now.figures.flatMap(({ title, columns, rows }) => {
    const former = before.figures.find((each) => each.title === title);
    const pairs = rows.flatMap((row, at) => {
      const match = former && sameRow(rows, at, former.rows);
      return match ? [{ row, match }] : [];
    });
    const ratios = pairs.map(({ row, match }) => [
      row[0] ?? '',
      ...columns.slice(1).map((column, at) => ratio(row[at + 1], match[(former?.columns ?? []).indexOf(column)])),
    ]);
    return pairs.length > 0 ? [`## ${title}\n\n${drawTable(columns, ratios)}`] : [];
  });
  const head = `# Now beside an earlier run: 1.00 is the same, 2.00 is twice as much\n\nNow: ${now.circumstances}\n\nBefore: ${before.circumstances}`;
  return [head, ...tables].join('\n\n');
}

/** The row of the same name: where several have it, the one at the same place among them. */
function sameRow(rows: readonly string[][], at: number, others: readonly string[][]): string[] | undefined {
  const isNamesake = ([name]: string[]) => name === rows[at]?.[0];
  const place = rows.slice(0, at).filter(isNamesake).length;
  return others.filter(isNamesake)[place];
}

function ratio(now: string | undefined, before: string | undefined): string {
  const [a, b] = [now, before].map((cell) => Number((cell ?? '–').replaceAll(',', '')));
  if (a === undefined || b === undefined || Number.isNaN(a) || Number.isNaN(b)) return '–';
  if (a === b) return show.hundredths(1);
  return b === 0 ? '–' : show.hundredths(a / b);
}
