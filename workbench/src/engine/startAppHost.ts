import { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import { AppRuntimeManager } from '@rocket.chat/apps-engine/server/managers/AppRuntimeManager';
import { Clock } from '../clock/Clock';
import type { EngineHere } from '../server/serverTraits';
import type { Store } from '../store/Store';
import type { Workspace } from '../workspace/Workspace';
import type { AppHost } from './AppHost';
import { AppListeners } from './AppListeners';
import { ListenerCalls } from './ListenerCalls';
import { RoundTrips } from './RoundTrips';
import { WorkbenchAppHost } from './WorkbenchAppHost';
import { WorkbenchBridges } from './bridges/WorkbenchBridges';
import { AppConverters } from './converters/AppConverters';
import { SandboxClocks } from './sandbox/SandboxClocks';
import { createController } from './sandbox/createController';
import { readySandbox } from './sandbox/readySandbox';
import { Scheduler } from './Scheduler';
import { WorkbenchLogStorage, WorkbenchMetadataStorage, WorkbenchSourceStorage } from './AppStorages';

interface Parts {
  store: Store;
  workspace: Workspace;
  /** The clock of the engine and the apps; the default is a new one at the machine's time. */
  clock?: Clock;
  /** The port for a debugger of the sandbox; without it there is none. */
  inspectPort?: number;
  /** Blocks apps' own `fetch`. */
  isOffline?: boolean;
}

/**
 * Starts the engine on this workspace, loads the installed apps and enables those that were enabled. The engine allows
 * only one host in a process at a time.
 * @throws Error when the process has loaded another engine than this server's: see `useEngine`
 */
export async function startAppHost(parts: Parts): Promise<AppHost> {
  const { store, workspace, clock = new Clock(), inspectPort } = parts;
  const { engineHere } = workspace.traits;
  if (loadedEngine() !== engineHere) throw new Error(`The Apps-Engine ${loadedEngine()} is loaded, not ${engineHere}`);
  const { tempFolder, prepare } = await readySandbox(workspace.traits, inspectPort);
  const roundTrips = new RoundTrips();
  const clocks = new SandboxClocks(clock, parts.isOffline);
  clock.join(roundTrips);
  const scheduler = new Scheduler(store, roundTrips, clock);
  const converters = new AppConverters(workspace);
  const bridges = new WorkbenchBridges({ store, workspace, clock, converters, scheduler, manager: () => manager });
  const manager: AppManager = new AppManager({
    metadataStorage: new WorkbenchMetadataStorage(store.apps),
    sourceStorage: new WorkbenchSourceStorage(store.apps),
    logStorage: new WorkbenchLogStorage(store.appLogs),
    bridges,
    tempFilePath: tempFolder,
  });
  const runtimes = new AppRuntimeManager(manager, (owner, appPackage, item) =>
    createController(owner, appPackage, item, prepare, roundTrips, clocks),
  );
  Reflect.set(manager, 'runtime', runtimes);

  const listeners = new AppListeners(
    manager,
    converters,
    new ListenerCalls(manager, roundTrips, () => workspace.settings.boolean('Workbench_Events_Overtake')),
  );
  const host = new WorkbenchAppHost({
    manager,
    bridges,
    store,
    workspace,
    converters,
    scheduler,
    roundTrips,
    clocks,
  });
  workspace.connectApps(listeners);
  await roundTrips.request('lifecycle', 'load apps', async () => {
    await manager.load();
    await manager.enableAll();
  });
  scheduler.start();
  return host;
}

/** Engines do not tell their version; this method came after 1.53. */
function loadedEngine(): EngineHere {
  return 'getTempFilePath' in AppManager.prototype ? '1.62.0' : '1.53.1';
}
