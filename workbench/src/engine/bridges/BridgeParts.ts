import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { Clock } from '../../clock/Clock';
import type { Store } from '../../store/Store';
import type { Workspace } from '../../workspace/Workspace';
import type { AppConverters } from '../converters/AppConverters';
import type { Scheduler } from '../Scheduler';

/** The dependencies of the bridges. The manager is created after its bridges, so they fetch it when they need it. */
export interface BridgeParts {
  store: Store;
  workspace: Workspace;
  clock: Clock;
  converters: AppConverters;
  scheduler: Scheduler;
  manager: () => AppManager;
}

/** Refuses a call that the workbench does not have, and names it in the error. */
export function refuse(bridge: string, method: string): never {
  throw new Error(`The workbench has no ${bridge}.${method}()`);
}
