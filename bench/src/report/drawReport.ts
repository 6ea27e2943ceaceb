import { readFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import * as v from 'valibot';
import { DEFAULT_SERVER, isServerVersion, traitsOf } from '../../../workbench/src/server/serverTraits';
import type { Figures } from './Figures';

/** The machine on which the figures were measured, and its load. */
export interface Circumstances {
  when: string;
  /** Load averages of one minute, before and after. */
  load: [number, number];
  seconds: number;
}

/** In one line. */
export function describeCircumstances({ when, load, seconds }: Circumstances): string {
  const [before, after] = load.map((each) => each.toFixed(1));
  return `${when}: ${describeMachine()}. Load average ${before} before and ${after} after; it took ${seconds.toFixed(0)} s.`;
}

/** The whole document. */
export function drawReport(figures: readonly Figures[], circumstances: string): string {
  const goals = figures.flatMap((each) => each.goals ?? []);
  const head = [
    '# Figures',
    'Written by `npm run bench`: the packaged app on the real Apps-Engine, over HTTP, with the store in memory unless it says\notherwise. Everything listens on loopback and shares the machine with the load itself.',
    `Measured on ${circumstances}`,
    '## Goals',
    drawTable(
      ['figure', 'goal', 'measured', 'met'],
      goals.map(({ what, goal, measured, isMet }) => [what, goal, measured, isMet ? 'yes' : 'no']),
    ),
  ];
  return `${head.join('\n\n')}\n\n${figures.map(drawFigures).join('\n')}`;
}

/** One measurement as a section of a Markdown document, its goals aside. */
export function drawFigures({ title, method, columns, rows, notes = [] }: Figures): string {
  const parts = [`## ${title}`, method, drawTable(columns, rows), ...notes];
  return parts.map((part) => `${part}\n`).join('\n');
}

/** A Markdown table, its columns aligned for reading it as it stands; all but the first column stand to the right. */
export function drawTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, at) =>
    Math.max(3, ...[column, ...rows.map((row) => row[at] ?? '')].map(lengthOf)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => pad(cells[at] ?? '', width, at > 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at > 0 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(columns), rule, ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(width - lengthOf(text));
  return right ? space + text : text + space;
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** Processor, memory and versions, and which Rocket.Chat is imitated. */
function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const { TEST_SERVER: wanted = DEFAULT_SERVER } = process.env;
  const server = isServerVersion(wanted) ? wanted : DEFAULT_SERVER;
  const { engineHere, sandbox } = traitsOf(server);
  const parts = [
    `${cpus().length} × ${model}`,
    memory,
    `${platform()} ${arch()}`,
    `Node ${process.version}`,
    `as Rocket.Chat ${server}: @rocket.chat/apps-engine ${engineHere}, sandbox in ${sandbox === 'deno' ? `Deno ${readVersion('deno')}` : 'Node'}`,
  ];
  return parts.join(', ');
}

/** The version of an installed package. @throws when it is not installed */
function readVersion(name: string): string {
  const file = require.resolve(`${name}/package.json`);
  return v.parse(v.object({ version: v.string() }), JSON.parse(readFileSync(file, 'utf8'))).version;
}
