import type { Store } from '../store/Store';
import type { Workspace } from '../workspace/Workspace';
import type { AppHost } from './AppHost';

/** Starts the engine over this workspace, loads the installed apps and enables those that were enabled. */
export declare function startAppHost(options: { store: Store; workspace: Workspace }): Promise<AppHost>;
