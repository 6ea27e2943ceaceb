import type { Store } from '../store/Store';
import type { ServerTraits } from '../server/serverTraits';
import type { AppEvents } from './AppEvents';
import type { WorkspaceEvents } from './WorkspaceEvents';

/** What every part of the workspace needs. `apps` answers who listens now: nobody before the engine has started. */
export interface WorkspaceParts {
  store: Store;
  traits: ServerTraits;
  events: WorkspaceEvents;
  apps: () => AppEvents;
}
