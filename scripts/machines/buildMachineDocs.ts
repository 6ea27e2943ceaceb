import { drawIndex } from './drawIndex';
import { drawMachine } from './drawMachine';
import { graphOf } from './graphOf';
import { readMachines } from './readMachines';

/** Everything that belongs into `docs/machines`: file name → content. The same machines give the same bytes. */
export async function buildMachineDocs(): Promise<Map<string, string>> {
  const machines = await readMachines();
  return new Map([
    ['README.md', drawIndex(machines)],
    ...machines.flatMap((machine): [string, string][] => [
      [`${machine.name}.md`, drawMachine(machine)],
      [`${machine.name}.json`, `${JSON.stringify(graphOf(machine.machine), null, 2)}\n`],
    ]),
  ]);
}
