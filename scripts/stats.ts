import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/**
 * `npm run stats` prints how the code is cut: files, lines, median, small and long files of every room, folders with many
 * files, and the goals beside them. It only counts; whether one file holds one idea is for a reader to say.
 */
const root = resolve(__dirname, '..');

/** A part of the repository with its goal: the number of files that it may have at most. */
const PARTS = [
  { name: 'app', places: ['App.ts', 'src'], goal: 320 },
  { name: 'workbench', places: ['workbench/src', 'workbench/web'], goal: 480 },
  { name: 'tests', places: ['test', 'workbench/test'], goal: 330 },
  { name: 'tools', places: ['bench', 'scripts', 'workbench/shims'], goal: undefined },
] as const;

const SMALL = 15;
const LONG = 250;
const LIMIT = 400;
const FILES_PER_FOLDER = 25;

interface SourceFile {
  path: string;
  lines: number;
}

function readSources(place: string): SourceFile[] {
  const names = /\.tsx?$/.test(place) ? [''] : readdirSync(resolve(root, place), { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => resolve(root, place, name))
    .filter((path) => /\.tsx?$/.test(path) && !/node_modules|fixtures/.test(path))
    .map((path) => ({
      path: relative(root, path).replaceAll('\\', '/'),
      lines: readFileSync(path, 'utf8').split('\n').length - 1,
    }));
}

/** The room of a file: two folders deep, three below `src/handlers` and the workbench's sources. */
function roomOf(path: string): string {
  const depth = /^(src\/handlers|workbench\/(src|web))\//.test(path) ? 3 : 2;
  return dirname(path).split('/').slice(0, depth).join('/');
}

function groupBy(files: SourceFile[], key: (path: string) => string): [string, SourceFile[]][] {
  const groups = new Map<string, SourceFile[]>();
  for (const file of files) groups.set(key(file.path), [...(groups.get(key(file.path)) ?? []), file]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

function figures(files: SourceFile[]): (string | number)[] {
  const lines = files.map((file) => file.lines).sort((a, b) => a - b);
  const over = (limit: number) => lines.filter((count) => count > limit).length;
  const total = lines.reduce((sum, count) => sum + count, 0);
  const small = lines.filter((count) => count < SMALL).length;
  return [files.length, total, lines[Math.floor(lines.length / 2)] ?? 0, small, over(LONG), over(LIMIT)];
}

function print(name: string, cells: (string | number)[], note = ''): void {
  process.stdout.write(`${name.padEnd(34)}${cells.map((cell) => String(cell).padStart(8)).join('')}  ${note}\n`);
}

for (const { name, places, goal } of PARTS) {
  const files = places.flatMap(readSources);
  print(name, ['files', 'lines', 'median', `<${SMALL}`, `>${LONG}`, `>${LIMIT}`]);
  for (const [room, members] of groupBy(files, roomOf)) print(`  ${room}`, figures(members));
  const isMet = goal !== undefined && files.length <= goal;
  print(
    '  in all',
    figures(files),
    goal === undefined ? '' : `goal: at most ${goal} files, ${isMet ? 'met' : 'not met'}`,
  );
  for (const [folder, members] of groupBy(files, dirname)) {
    if (members.length > FILES_PER_FOLDER) {
      process.stdout.write(`  ${folder} has ${members.length} files; the goal is at most ${FILES_PER_FOLDER}\n`);
    }
  }
  process.stdout.write('\n');
}
