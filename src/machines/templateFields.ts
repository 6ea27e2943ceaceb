import type { Sentence } from './numberForm';

/** A file in the conversation. */
export interface RoomFile {
  /** The id of the upload. */
  id: string;
  name: string;
  /** `image`, `video` … : the first part of its MIME type. */
  type: string;
}

/** The form's context that both template machines share: for one person and for a list. */
export interface TemplateFields {
  /** The initial values of the fields, by the ids of the inputs. */
  suggested: Record<string, string>;
  /** Typed and chosen values, by the ids of the inputs; '' for a field that was emptied. */
  typed: Record<string, string>;
  /** Errors, by the ids of the inputs. */
  problems: Record<string, Sentence>;
  /** The sentence at the top of the step. */
  notice?: Sentence;
}

/** The action that stores the typed values of an event. */
export const keepTyped = {
  type: 'keepTyped',
  params: ({ event }: { event: { typed: Record<string, string> } }) => ({ typed: event.typed }),
} as const;

/** The action that shows the notice of an event. */
export const sayNotice = {
  type: 'say',
  params: ({ event }: { event: { notice: Sentence } }) => event.notice,
} as const;

/** The action that shows the errors of an event. */
export const showProblems = {
  type: 'showProblems',
  params: ({ event }: { event: { problems: Record<string, Sentence> } }) => event.problems,
} as const;
