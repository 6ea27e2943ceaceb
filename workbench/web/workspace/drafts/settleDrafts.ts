import * as v from 'valibot';
import { without } from '../../state/pick';
import type { Change, WorkspaceState } from '../WorkspaceState';
import type { Draft } from './Draft';
import { Attempt, emptyDraft } from './Draft';

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

/** Changes what is about to be written in a room. */
export function putDraft(rid: string, change: (before: Draft) => Draft): Change {
  return (state) => {
    const draft = change(state.drafts[rid] ?? emptyDraft);
    const isEmpty = draft.text === '' && draft.files.length === 0 && !draft.quoting && !draft.editing;
    return { ...state, drafts: isEmpty ? without(state.drafts, rid) : { ...state.drafts, [rid]: draft } };
  };
}

/** Text that could not be sent comes back, in front of text that was typed meanwhile. */
export function returnDraft(unsent: Draft): (now: Draft) => Draft {
  return (now) => {
    const isUntouched = now.text === '' && !now.quoting && !now.editing;
    return isUntouched ? { ...unsent, files: now.files } : { ...now, text: `${unsent.text}\n${now.text}` };
  };
}

const Texts = v.record(v.string(), v.object({ text: v.string(), attempt: v.optional(Attempt) }));
const keyOf = (username: string) => `workbench-drafts ${username}`;

const parse = (stored: string | null): unknown => {
  try {
    return JSON.parse(stored ?? '{}');
  } catch {
    return {};
  }
};

/** The texts that are being written, kept in this window for when the page is loaded again; by user, then by room. */
export const draftTexts = {
  read(username: string): Record<string, Draft> {
    const texts = v.safeParse(Texts, parse(sessionStorage.getItem(keyOf(username))));
    return Object.fromEntries(
      Object.entries(texts.success ? texts.output : {}).map(([rid, kept]) => [rid, { ...kept, files: [] }]),
    );
  },
  write(username: string, drafts: Readonly<Record<string, Draft>>): void {
    // A change of a message starts from the message again.
    const kept = Object.entries(drafts).map(
      ([rid, { text, editing, aside = '', attempt }]) =>
        [rid, { text: editing ? aside : text, ...(!editing && attempt && { attempt }) }] as const,
    );
    sessionStorage.setItem(
      keyOf(username),
      JSON.stringify(Object.fromEntries(kept.filter(([, { text }]) => text !== ''))),
    );
  },
};
