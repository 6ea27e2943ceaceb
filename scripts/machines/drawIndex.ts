import type { DocumentedMachine } from './DocumentedMachine';
import { graphOf } from './graphOf';

/** The table of all machines. */
export function drawIndex(machines: readonly DocumentedMachine[]): string {
  const rows = machines.map(({ name, machine, about }) => {
    const { nodes, edges } = graphOf(machine);
    const events = new Set(edges.map(({ event }) => event));
    return `| [${name}](${name}.md) | ${nodes.length} | ${events.size} | ${firstSentence(about)} |`;
  });
  return [
    '# Machines',
    '',
    'Every dialogue and every life of a message is a machine of `src/machines`. These pages and the JSON beside them, which',
    "the workbench's page draws, are written by `npm run machines`; `test/structure/machines.test.ts` fails when they are",
    'stale.',
    '',
    '| machine | states | events | what it is |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function firstSentence(text: string): string {
  return text.replace(/(?<=[.;:])\s.*$/s, '').replace(/[;:]$/, '.');
}
