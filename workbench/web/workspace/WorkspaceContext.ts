import { createContext } from 'react';
import type { Workspace } from './Workspace';

/** The workspace that the page shows. */
export const WorkspaceContext = createContext<Workspace | undefined>(undefined);
