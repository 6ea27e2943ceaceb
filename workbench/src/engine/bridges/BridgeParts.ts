import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { Clock } from '../../clock/Clock';
import type { Store } from '../../store/Store';
import type { Workspace } from '../../workspace/Workspace';
import type { AppConverters } from '../converters/AppConverters';
import type { Scheduler } from '../Scheduler';

/** What the bridges stand on. The manager exists only after its bridges, so it is asked for when needed. */
export interface BridgeParts {
  store: Store;
  workspace: Workspace;
  clock: Clock;
  converters: AppConverters;
  scheduler: Scheduler;
  manager: () => AppManager;
}

/** Refuses what the workbench does not have: loudly, with the name of what was asked for. */
export function refuse(bridge: string, method: string): never {
  throw new Error(`The workbench has no ${bridge}.${method}()`);
}
