import { assign, setup } from 'xstate';
import type { Sentence } from './numberForm';
import { keepTyped, sayNotice, showProblems } from './templateFields';
import type { RoomFile, TemplateFields } from './templateFields';

/** The result of checking a list. */
export interface ListReport {
  /** People who will get the template. */
  valid: number;
  /** Entries that are not phones, or that are one of our own numbers. */
  invalid: number;
  /** People who are in the list more than once. */
  duplicates: number;
  /** People who opted out. */
  optedOut: number;
  /** People for whom a value is missing or not allowed. */
  unfilled: number;
  /** Some of the people who are left out, each with the reason in words. */
  examples: string[];
}

interface BulkTemplateInput {
  /** The room where the list was started: its files can be chosen, and it shows the progress. */
  roomId: string;
  /** The digits of our number. */
  number: string;
  template: { name: string; language: string };
  /**
   * The whole template when the list was opened. The step that reads a file uses it, because that step has enough to
   * read; what is sent is always read anew.
   */
  kept?: unknown;
  /** CSV files of the room, the newest first. */
  files: RoomFile[];
  /** Files that this person posted in the room, newest first: a header can use them. */
  ownFiles: RoomFile[];
}

interface BulkTemplateContext extends BulkTemplateInput, TemplateFields {
  /** The columns of the chosen file; empty for pasted phones. */
  columns: string[];
  /** Whether the template has fields to fill in or columns to choose. */
  hasForm: boolean;
  report?: ListReport;
  /** The id under which the people are stored. */
  job?: string;
}

export type BulkTemplateEvent =
  | { type: 'SUBMIT'; typed: Record<string, string> }
  | { type: 'READ'; columns: string[]; hasForm: boolean; suggested: Record<string, string> }
  | { type: 'FAILED'; problems: Record<string, Sentence> }
  /** The list itself is invalid, so another one is needed. */
  | { type: 'UNREADABLE'; problems: Record<string, Sentence> }
  | { type: 'CHECKED'; report: ListReport; job: string }
  | { type: 'STARTED' }
  /** The template, the number or the permission no longer exists. */
  | { type: 'GONE'; notice: Sentence }
  | { type: 'BACK' }
  /** The view was closed; it can be resumed for a day. */
  | { type: 'LEAVE'; typed: Record<string, string> }
  | { type: 'CANCEL' };

const backFromList = [
  { guard: 'hasForm', target: 'filling', actions: ['dropDraft', 'forgetReport', 'forgetProblems'] },
  { target: 'listing', actions: ['dropDraft', 'forgetReport', 'forgetProblems'] },
] as const;

/** Sending a template to a list: the list, the values, the left-out people and the price category, and the progress. */
export const bulkTemplate = setup({
  types: {
    context: {} as BulkTemplateContext,
    events: {} as BulkTemplateEvent,
    input: {} as BulkTemplateInput,
    tags: '' as 'busy' | 'end',
  },
  actions: {
    readList: () => undefined,
    checkList: () => undefined,
    startList: () => undefined,
    dropDraft: () => undefined,
    keepTyped: assign({
      typed: ({ context }, { typed }: { typed: Record<string, string> }) => ({ ...context.typed, ...typed }),
    }),
    say: assign({ notice: (_, notice: Sentence | undefined) => notice }),
    showProblems: assign({ problems: (_, problems: Record<string, Sentence>) => problems }),
    forgetProblems: assign({ problems: {}, notice: undefined }),
    // The id of the job is kept, because effects run after the step and `dropDraft` needs it.
    forgetReport: assign({ report: undefined }),
  },
  guards: {
    hasForm: ({ context }) => context.hasForm,
    hasPeople: ({ context }) => (context.report?.valid ?? 0) > 0,
  },
}).createMachine({
  id: 'bulkTemplate',
  initial: 'listing',
  context: ({ input }) => ({ ...input, columns: [], hasForm: false, suggested: {}, typed: {}, problems: {} }),
  states: {
    listing: {
      on: {
        SUBMIT: {
          target: 'reading',
          actions: [keepTyped, 'forgetProblems', 'readList'],
        },
        LEAVE: { actions: keepTyped },
        CANCEL: 'cancelled',
      },
    },
    reading: {
      on: {
        READ: [
          {
            guard: ({ event }) => event.hasForm,
            target: 'filling',
            actions: assign({
              columns: ({ event }) => event.columns,
              suggested: ({ event }) => event.suggested,
              hasForm: true,
            }),
          },
          {
            target: 'checking',
            actions: [assign({ columns: [], suggested: ({ event }) => event.suggested, hasForm: false }), 'checkList'],
          },
        ],
        UNREADABLE: { target: 'listing', actions: showProblems },
        GONE: { target: 'listing', actions: sayNotice },
        CANCEL: 'cancelled',
      },
    },
    filling: {
      on: {
        SUBMIT: {
          target: 'checking',
          actions: [keepTyped, 'forgetProblems', 'checkList'],
        },
        LEAVE: { actions: keepTyped },
        BACK: { target: 'listing', actions: 'forgetProblems' },
        CANCEL: 'cancelled',
      },
    },
    checking: {
      tags: 'busy',
      on: {
        CHECKED: {
          target: 'confirming',
          actions: assign({ report: ({ event }) => event.report, job: ({ event }) => event.job }),
        },
        FAILED: { target: 'filling', actions: showProblems },
        UNREADABLE: { target: 'listing', actions: showProblems },
        GONE: { target: 'listing', actions: sayNotice },
      },
    },
    confirming: {
      on: {
        SUBMIT: { guard: 'hasPeople', target: 'starting', actions: ['forgetProblems', 'startList'] },
        BACK: backFromList,
        // The checked people are deleted. Continuing checks the list again.
        LEAVE: backFromList,
        CANCEL: 'cancelled',
      },
    },
    starting: {
      tags: 'busy',
      on: {
        STARTED: 'started',
        GONE: { target: 'confirming', actions: sayNotice },
      },
    },
    /** The person sees the result as it grows. */
    started: { tags: 'end', on: { CANCEL: 'cancelled' } },
    cancelled: { type: 'final' },
  },
});
