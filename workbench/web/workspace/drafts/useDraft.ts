import { useCallback } from 'react';
import { useWorkspace } from '../useWorkspace';
import { useWorkspaceState } from '../useWorkspaceState';
import type { Draft } from './Draft';
import { emptyDraft } from './emptyDraft';
import { putDraft } from './putDraft';

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
