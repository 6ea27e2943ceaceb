import { useContext } from 'react';
import type { Workspace } from './Workspace';
import { WorkspaceContext } from './WorkspaceContext';

/** @throws Error outside of a page that has signed in. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) {
    throw new Error('There is no workspace around this component');
  }
  return workspace;
}
