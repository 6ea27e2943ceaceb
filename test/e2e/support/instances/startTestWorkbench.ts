import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerVersion } from '../../../../workbench/src/server/serverTraits';
import { places } from '../places';
import { TestWorkbench } from './TestWorkbench';
import { waitFor } from '../waitFor';
import { built, SOURCES, WorkbenchProcess } from './WorkbenchProcess';

/** The options of a test's workbench. */
export interface TestWorkbenchOptions {
  /** Keep everything on disk, so that `kill` and `restart` go on where it was. Without it in memory, which is quicker. */
  durable?: boolean;
  /** Keep it in this folder (and leave the folder there). */
  dataDir?: string;
  /** The package to run; the app of this repository by default. */
  zip?: string;
  /** The Rocket.Chat release to imitate; by default the one of the environment variable TEST_SERVER, else the current one. */
  server?: ServerVersion;
  /** Serve the page as well; it is there when the test goes on. The built workbench serves it, but cannot build it. */
  page?: boolean;
  /** Run the sources where nobody has built the workbench: outside of jest, whose set-up does that. */
  fromSources?: boolean;
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
  const first = new WorkbenchProcess(common, options.fromSources ? SOURCES : built(common));
  const ready = await first.ready();
  if (options.page) await pageServed(ready.url);
  return new TestWorkbench(first, ready, common, folder, async () => {
    if (folder && !options.dataDir) await rm(folder, { recursive: true, force: true });
  });
}

/** Waits until a workbench serves its page, which it builds from its sources when they have changed. */
async function pageServed(url: string): Promise<void> {
  await waitFor(async () => (await fetch(url)).ok, { timeout: 80_000, interval: 100, what: 'the page' });
}

/** Below the ports that systems give to outgoing connections: one of those may stand in the way of a restart. */
const RANGE = { from: 20_000, count: 12_000 };

/** A port that nobody listens on, for a process that has to come back to it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = RANGE.from + Math.floor(Math.random() * RANGE.count);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
