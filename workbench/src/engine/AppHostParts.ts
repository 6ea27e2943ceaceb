import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { Store } from '../store/Store';
import type { Workspace } from '../workspace/Workspace';
import type { WorkbenchBridges } from './bridges/WorkbenchBridges';
import type { AppConverters } from './converters/AppConverters';
import type { RoundTrips } from './RoundTrips';
import type { SandboxClocks } from './sandbox/SandboxClocks';
import type { Scheduler } from './Scheduler';

/** The engine and the parts of the workbench around it. */
export interface AppHostParts {
  manager: AppManager;
  bridges: WorkbenchBridges;
  store: Store;
  workspace: Workspace;
  converters: AppConverters;
  scheduler: Scheduler;
  roundTrips: RoundTrips;
  clocks: SandboxClocks;
}
