import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StateMachine } from 'xstate';
import type { DocumentedMachine } from './DocumentedMachine';
import { readDocComment } from './readDocComment';

const folder = resolve(__dirname, '../../src/machines');

/** Every machine of `src/machines`, by name: the exported one that is called like its file. Files of types are none. */
export async function readMachines(): Promise<DocumentedMachine[]> {
  const machines: DocumentedMachine[] = [];
  for (const file of readdirSync(folder).sort()) {
    const name = file.replace(/\.ts$/, '');
    const path = join(folder, file);
    const loaded = (await import(path)) as Record<string, unknown>;
    const machine = loaded[name];
    if (machine instanceof StateMachine) {
      machines.push({ name, machine, about: readDocComment(readFileSync(path, 'utf8'), name) });
    }
  }
  return machines;
}
