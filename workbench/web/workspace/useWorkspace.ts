import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { appText } from './appText';
import type { Draft } from './drafts/Draft';
import { emptyDraft } from './drafts/Draft';
import { putDraft } from './drafts/settleDrafts';
import type { Workspace } from './Workspace';
import type { WorkspaceState } from './WorkspaceState';

/** @throws Error outside of a page that has signed in. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) {
    throw new Error('There is no workspace around this component');
  }
  return workspace;
}

/** The workspace that the page shows. */
export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

/** A part of the workspace's state; lists and records of the same content do not draw again. */
export function useWorkspaceState<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useWorkspace().store, useShallow(select));
}

/** Finds texts of apps; a key without a text is shown as it is. */
export function useAppText(): (appId: string | undefined, key: string) => string {
  const { store } = useWorkspace();
  useWorkspaceState(({ appTexts, me, info }) => [appTexts, me?.language, info?.language]);
  return (appId, key) => appText(store.getState(), appId, key) ?? key;
}

/** What is about to be written in a room, and how to change it. */
export function useDraft(rid: string): readonly [Draft, (change: (before: Draft) => Draft) => void] {
  const workspace = useWorkspace();
  const draft = useWorkspaceState((state) => state.drafts[rid] ?? emptyDraft);
  const change = useCallback(
    (step: (before: Draft) => Draft) => workspace.change(putDraft(rid, step)),
    [workspace, rid],
  );
  return [draft, change];
}
