import * as v from 'valibot';
import { pick } from '../../../state/pick';
import { MachineGraph } from './MachineGraph';

/** The charts that the repository keeps of the app's machines; each is a file of its own, fetched when it is wanted. */
const files = import.meta.glob('../../../../../docs/machines/*.json');

/** All machines of the app, by name. */
export async function loadMachines(): Promise<readonly MachineGraph[]> {
  const modules = await Promise.all(Object.values(files).map((load) => load()));
  return modules.flatMap((module) => {
    const read = v.safeParse(MachineGraph, pick(module, 'default'));
    return read.success ? [read.output] : [];
  });
}
