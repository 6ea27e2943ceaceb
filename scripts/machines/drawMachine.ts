import type { DocumentedMachine } from './DocumentedMachine';
import { graphOf } from './graphOf';
import type { MachineGraph } from './MachineGraph';

/** The page of a machine: what it is for, and its chart as a Mermaid diagram. */
export function drawMachine({ name, machine, about }: DocumentedMachine): string {
  const graph = graphOf(machine);
  return [
    `# ${name}`,
    '',
    about,
    '',
    `Drawn from \`src/machines/${name}.ts\` by \`npm run machines\`: event [guard] / effects.${legend(graph)}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...lines(graph).map((line) => `    ${line}`),
    '```',
    '',
  ].join('\n');
}

function lines({ initial, nodes, edges }: MachineGraph): string[] {
  const busy = nodes.filter(({ tags }) => tags.includes('busy')).map(({ id }) => id);
  return [
    `[*] --> ${initial}`,
    ...edges.map(
      ({ from, to, event, guard, actions }) =>
        `${from} --> ${to}: ${event}${guard ? ` [${guard}]` : ''}${actions.length > 0 ? ` / ${actions.join(', ')}` : ''}`,
    ),
    ...nodes.filter(({ final }) => final).map(({ id }) => `${id} --> [*]`),
    ...(busy.length > 0 ? ['classDef busy stroke-dasharray: 5 5', `class ${busy.join(', ')} busy`] : []),
  ];
}

function legend({ nodes }: MachineGraph): string {
  return nodes.some(({ tags }) => tags.includes('busy'))
    ? ' A dashed state waits for a handler, the others for a person or for WhatsApp.'
    : '';
}
