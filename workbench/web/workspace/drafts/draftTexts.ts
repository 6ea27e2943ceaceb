import * as v from 'valibot';
import { Attempt } from './Attempt';
import type { Draft } from './Draft';

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
