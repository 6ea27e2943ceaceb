import type { WorkspaceState } from '../WorkspaceState';
import type { Draft } from './Draft';
import { emptyDraft } from './emptyDraft';
import { putDraft } from './putDraft';

/**
 * A text whose sending seemed to fail and that stands in its room nevertheless is no draft any more; what was typed behind
 * it stays.
 */
export function settleDrafts(state: WorkspaceState): WorkspaceState {
  return Object.entries(state.drafts)
    .filter(([rid, { attempt }]) => attempt && isThere(state, rid, attempt.id))
    .reduce((settled, [rid]) => putDraft(rid, withoutSent)(settled), state);
}

function isThere({ histories }: WorkspaceState, rid: string, id: string): boolean {
  return histories[rid]?.messages.some(({ _id }) => _id === id) ?? false;
}

function withoutSent(draft: Draft): Draft {
  const { attempt, quoting, ...rest } = draft;
  const { text, files } = rest;
  if (!attempt || text === attempt.text) {
    return { ...emptyDraft, files };
  }
  const isBehind = text.startsWith(`${attempt.text}\n`);
  return {
    ...rest,
    ...(!isBehind && quoting && { quoting }),
    text: isBehind ? text.slice(attempt.text.length + 1) : text,
  };
}
