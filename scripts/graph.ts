import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';

/**
 * `npm run graph` draws into docs/architecture.md which room imports which, as dependency-cruiser finds it. With `--check` it
 * draws nothing and fails where the picture there is an older one.
 */
const root = resolve(__dirname, '..');
const guide = resolve(root, 'docs/architecture.md');
const CRUISER = resolve(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const cruisedSchema = v.object({
  modules: v.array(v.object({ source: v.string(), dependencies: v.array(v.object({ resolved: v.string() })) })),
});

/** The room of a file: a folder of `src/handlers`, or of `src`; undefined for what is none. */
function roomOf(path: string): string | undefined {
  return path === 'App.ts' ? 'App' : /^src\/(?:handlers\/)?(\w+)\//.exec(path)?.[1];
}

/** By room, the rooms that it imports. */
function readRooms(): Map<string, Set<string>> {
  const json = execFileSync(process.execPath, [CRUISER, '--output-type', 'json', 'App.ts', 'src'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const rooms = new Map<string, Set<string>>();
  for (const { source, dependencies } of v.parse(cruisedSchema, JSON.parse(json)).modules) {
    const from = roomOf(source);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (from && to && from !== to && to !== 'locales') rooms.set(from, (rooms.get(from) ?? new Set()).add(to));
    }
  }
  return rooms;
}

/** Whether a room reaches another one without the arrow that leads there straight, and without going through itself. */
function isReachedOtherwise(rooms: Map<string, Set<string>>, from: string, to: string): boolean {
  const seen = new Set([from]);
  const open = [...(rooms.get(from) ?? [])].filter((next) => next !== to);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (!seen.has(next)) open.push(...(rooms.get(next) ?? []));
    seen.add(next);
  }
  return false;
}

/** The picture, without the arrows that others imply. The settings' look at WhatsApp's formats is the one that leads up. */
function draw(rooms: Map<string, Set<string>>): string {
  const below = new Map([...rooms].filter(([room]) => room !== 'core'));
  const arrows = [...below].flatMap(([from, all]) =>
    [...all].filter((to) => !isReachedOtherwise(below, from, to)).map((to) => `  ${from} --> ${to}`),
  );
  const up = rooms.get('core')?.has('whatsapp') ? ['  core -. settings .-> whatsapp'] : [];
  return ['```mermaid', 'flowchart TD', ...arrows.sort(), ...up, '```'].join('\n');
}

const text = readFileSync(guide, 'utf8');
const drawn = text.replace(
  /(<!-- drawn by npm run graph -->\n\n)[^]*?(\n\n<!-- end of the drawing -->)/,
  (_all, start: string, end: string) => `${start}${draw(readRooms())}${end}`,
);
if (drawn !== text && process.argv.includes('--check')) {
  process.stderr.write('docs/architecture.md shows an older graph: npm run graph\n');
  process.exitCode = 1;
} else if (drawn !== text) {
  writeFileSync(guide, drawn);
  process.stdout.write('docs/architecture.md\n');
}
