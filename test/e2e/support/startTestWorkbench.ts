import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerVersion } from '../../../workbench/src/server/serverTraits';
import { freePort } from './freePort';
import { pageServed } from './pageServed';
import { places } from './places';
import { TestWorkbench } from './TestWorkbench';
import { WorkbenchProcess } from './WorkbenchProcess';

/** What a test may choose. */
export interface TestWorkbenchOptions {
  /** Keep everything on disk, so that `kill` and `restart` go on where it was. Without it in memory, which is quicker. */
  durable?: boolean;
  /** Keep it in this folder (and leave the folder there). */
  dataDir?: string;
  /** The package to run; the app of this repository by default. */
  zip?: string;
  /** The Rocket.Chat release to imitate; by default the one of the environment variable TEST_SERVER, else the current one. */
  server?: ServerVersion;
  /** Serve the page as well; it is there when the test goes on. */
  page?: boolean;
  extraArgs?: string[];
}

/** Starts a workbench for a test and waits until it is ready. @throws Error with what it printed when it does not start. */
export async function startTestWorkbench(options: TestWorkbenchOptions = {}): Promise<TestWorkbench> {
  const isDurable = options.durable || options.dataDir !== undefined;
  const folder = options.dataDir ?? (isDurable ? await mkdtemp(join(tmpdir(), 'workbench-')) : undefined);
  const server = options.server ?? process.env.TEST_SERVER;
  const common = [
    '--ready-json',
    '--no-open',
    '--zip',
    options.zip ?? places.appZip,
    ...(server ? ['--server', server] : []),
    ...(folder ? ['--data', folder] : ['--memory']),
    ...(options.page ? [] : ['--no-page']),
    // A restart has to come back where webhooks and clients expect it.
    ...['--port', String(await freePort()), '--sim-port', String(await freePort())],
    ...(options.extraArgs ?? []),
  ];
  const first = new WorkbenchProcess(common);
  const ready = await first.ready();
  if (options.page) await pageServed(ready.url);
  return new TestWorkbench(first, ready, common, folder, async () => {
    if (folder && !options.dataDir) await rm(folder, { recursive: true, force: true });
  });
}
