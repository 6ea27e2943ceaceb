import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { Clock } from '../../clock/Clock';
import type { Store } from '../../store/Store';
import type { Workspace } from '../../workspace/Workspace';
import type { AppConverters } from '../converters/AppConverters';
import type { Scheduler } from '../scheduler/Scheduler';

/** What the bridges stand on. The manager exists only after its bridges, so it is asked for when needed. */
export interface BridgeParts {
  store: Store;
  workspace: Workspace;
  clock: Clock;
  converters: AppConverters;
  scheduler: Scheduler;
  manager: () => AppManager;
}
