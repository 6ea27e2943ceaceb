import { join } from 'node:path';
import { openStore } from '../../../workbench/src/store/Store';

/** Lets minutes pass for a workbench that is down: it starts again at the later time. */
export function passTime(dataDir: string, minutes: number): void {
  const { clock, close } = openStore({ file: join(dataDir, 'workspace.sqlite') });
  clock.write(clock.read() + Math.round(minutes * 60_000));
  close();
}
