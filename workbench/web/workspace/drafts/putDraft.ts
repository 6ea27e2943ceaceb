import { without } from '../../state/without';
import type { Change } from '../WorkspaceState';
import type { Draft } from './Draft';
import { emptyDraft } from './emptyDraft';

/** Changes what is about to be written in a room. */
export function putDraft(rid: string, change: (before: Draft) => Draft): Change {
  return (state) => {
    const draft = change(state.drafts[rid] ?? emptyDraft);
    const isEmpty = draft.text === '' && draft.files.length === 0 && !draft.quoting && !draft.editing;
    return { ...state, drafts: isEmpty ? without(state.drafts, rid) : { ...state.drafts, [rid]: draft } };
  };
}
