import { drawFigures } from './drawFigures';
import { drawTable } from './drawTable';
import type { Figures } from './Figures';

/** What the figures were measured on. */
export interface Circumstances {
  machine: string;
  when: string;
  /** Load averages of one minute, before and after. */
  load: [number, number];
  seconds: number;
}

/** The whole document. */
export function drawReport(figures: readonly Figures[], { machine, when, load, seconds }: Circumstances): string {
  const goals = figures.flatMap((each) => each.goals ?? []);
  const head = [
    '# Figures',
    'Written by `npm run bench`: the packaged app on the real Apps-Engine and its Deno sandbox, over HTTP, with the store in\nmemory unless it says otherwise. Everything listens on loopback and shares the machine with the load itself.',
    `Measured on ${when}: ${machine}. Load average ${load[0].toFixed(1)} before and ${load[1].toFixed(1)} after; it took ${seconds.toFixed(0)} s.`,
    '## Goals',
    drawTable(
      ['figure', 'goal', 'measured', 'met'],
      goals.map(({ what, goal, measured, isMet }) => [what, goal, measured, isMet ? 'yes' : 'no']),
    ),
  ];
  return `${head.join('\n\n')}\n\n${figures.map(drawFigures).join('\n')}`;
}
