import type { Store } from '../store/Store';
import type { ServerTraits } from '../server/serverTraits';
import type { AppEvents } from './AppEvents';
import type { WorkspaceEvents } from './WorkspaceEvents';

/** Dependencies of every part of the workspace. `apps` returns the apps that listen now: none before the engine has started. */
export interface WorkspaceParts {
  store: Store;
  traits: ServerTraits;
  events: WorkspaceEvents;
  apps: () => AppEvents;
}
