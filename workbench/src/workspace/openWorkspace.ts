import type { Store } from '../store/Store';
import type { Workspace } from './Workspace';

/** The workspace over this store. A new store gets its first users, departments and settings; `siteUrl` is set each time. */
export declare function openWorkspace(options: { store: Store; siteUrl: string }): Workspace;
