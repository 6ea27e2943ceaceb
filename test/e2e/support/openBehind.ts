import { join } from 'node:path';
import { SERVER_TRAITS } from '../../../workbench/src/server/serverTraits';
import type { Store } from '../../../workbench/src/store/Store';
import { openStore } from '../../../workbench/src/store/Store';
import { openWorkspace } from '../../../workbench/src/workspace/openWorkspace';
import type { Workspace } from '../../../workbench/src/workspace/Workspace';
import type { TestWorkbench } from './TestWorkbench';

/** The data of a running workbench. Apps do not hear of what is changed through it. */
export interface Behind {
  store: Store;
  workspace: Workspace;
}

/** Opens a workspace from behind, for what an administrator does there that the workbench has no interface for. */
export function openBehind({ url, server }: TestWorkbench, dataDir: string): Behind {
  const store = openStore({ file: join(dataDir, 'workspace.sqlite') });
  return { store, workspace: openWorkspace({ store, siteUrl: url, traits: SERVER_TRAITS[server] }) };
}
