import type { Store } from '../store/Store';
import type { AppEvents } from './AppEvents';
import type { WorkspaceEvents } from './events/WorkspaceEvents';

/** What every part of the workspace needs. `apps` answers who listens now: nobody before the engine has started. */
export interface WorkspaceParts {
  store: Store;
  events: WorkspaceEvents;
  apps: () => AppEvents;
}
