import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceDate } from '../shims/replaceDate';
import { Clock } from './clock/Clock';
import { startAppHost } from './engine/startAppHost';
import { createHttpApp } from './http/createHttpApp';
import { servePage, servePageless } from './http/page/servePage';
import { installPackage, loadPackage } from './installPackage';
import { listen } from './listen';
import { openData } from './openData';
import { pointAtSimulator } from './pointAtSimulator';
import { reasonOf, StartupError } from './StartupError';
import { repositoryRoot } from './repositoryRoot';
import { startSimulator } from './simulator/startSimulator';
import { traitsOf } from './server/serverTraits';
import type { Workbench, WorkbenchOptions } from './Workbench';
import { VisitorInactivityMonitor } from './workspace/livechat/VisitorInactivityMonitor';
import { openWorkspace } from './workspace/openWorkspace';

const HOST = '127.0.0.1';

/**
 * Starts store, workspace, engine, simulator and HTTP, with the app installed. Listens on loopback only.
 * @throws StartupError with one line, after everything that had been started was stopped.
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        // A part that fails to stop does not prevent the others from stopping.
        console.error(error);
      }
    }
  };
  try {
    return await start(options, undo, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: WorkbenchOptions,
  undo: (() => unknown)[],
  stop: () => Promise<void>,
): Promise<Workbench> {
  const listening = await listen(options.port, HOST);
  undo.push(listening.stop);
  const url = `http://${HOST}:${listening.port}`;
  // The build takes a while, so it runs in the background; its result is checked below.
  const packaging = loadPackage(options.zip);
  packaging.catch(() => undefined);
  const data = openData(options.dataFolder);
  undo.push(() => data.close());
  const clock = new Clock(data.store.clock);
  undo.push(replaceDate(() => clock.now()));
  const page = options.page === false ? servePageless() : servePage();
  undo.push(() => page.stop());
  // Callers that await the page get the error. Without one it is ignored.
  page.built.catch(() => undefined);

  const traits = traitsOf(options.server, options.sandbox);
  const workspace = openWorkspace({ store: data.store, siteUrl: url, traits });
  const simulator = await startSimulator({
    port: options.simulatorPort,
    host: HOST,
    clock,
    ...(data.simulatorFile ? { dataFile: data.simulatorFile } : { memory: true }),
  }).catch((error: unknown) => {
    throw new StartupError(explainSimulator(reasonOf(error), options.simulatorPort));
  });
  undo.push(() => simulator.stop());

  const apps = await startAppHost({
    store: data.store,
    workspace,
    clock,
    inspectPort: options.inspectPort,
    isOffline: options.isOffline,
  });
  undo.push(() => apps.stop());
  undo.push(VisitorInactivityMonitor.start(workspace, clock));
  const appPackage = await packaging;
  const admin = workspace.users.findByUsername('admin');
  if (!admin) throw new StartupError('The workspace has no user "admin"; start with another data folder');
  // The app may call back while it is being installed, so HTTP answers from here on.
  listening.handle = createHttpApp(
    {
      workspace,
      apps,
      simulator,
      clock,
      version: ownVersion(),
      url,
      appId: appPackage.id,
      readPackage: async () => (await loadPackage(options.zip)).zip,
    },
    page.handler,
  );
  await installPackage(apps, appPackage, admin, data.installedNote);
  await pointAtSimulator(apps, appPackage.id, simulator.url);
  const app = await apps.get(appPackage.id);
  if (!app) throw new StartupError('The app was installed but is not there');
  // HTTP stops first, so that no request arrives while the other parts stop.
  undo.push(...undo.splice(0, 1));
  const people = workspace.users.list().filter(({ type }) => type === 'user');
  return {
    url,
    simulatorUrl: simulator.url,
    app,
    server: traits,
    demo: simulator.demo,
    usernames: people.map(({ username }) => username),
    pageBuilt: page.built,
    stop,
  };
}

function explainSimulator(reason: string, port: number): string {
  if (reason === 'EADDRINUSE') return `Port ${port} is in use; choose another one for the simulator with --sim-port`;
  return `The simulator cannot start: ${reason}`;
}

function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
  const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isNamed ? String(manifest.version) : 'unknown';
}
