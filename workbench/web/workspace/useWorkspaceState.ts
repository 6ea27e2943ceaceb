import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useWorkspace } from './useWorkspace';
import type { WorkspaceState } from './WorkspaceState';

/** A part of the workspace's state; lists and records of the same content do not draw again. */
export function useWorkspaceState<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useWorkspace().store, useShallow(select));
}
