import { assign, setup } from 'xstate';
import type { Sentence } from './numberForm';

/** What the app keeps about a customer, in groups that people understand. */
export interface Findings {
  /** The number of records in each group; empty groups are left out. */
  groups: { group: 'identity' | 'messages' | 'waiting' | 'leaving' | 'templates' | 'other'; amount: number }[];
  /** Whether the customer opted out. */
  optOut: boolean;
  /** Whether a conversation is open: nothing is deleted while somebody may be writing in it. */
  open: boolean;
}

export type ForgetEvent =
  | { type: 'LOOKED'; findings: Findings }
  | { type: 'EXPORT' }
  | { type: 'EXPORTED'; notice: Sentence }
  | { type: 'CONFIRM'; alsoOptOut: boolean }
  | { type: 'FORGOTTEN'; left: number }
  | { type: 'CANCEL' };

interface ForgetContext {
  /** The digits of the customer's phone, or WhatsApp's id of them. */
  id: string;
  findings: Findings;
  /** The result of the export. */
  notice: Sentence | null;
  alsoOptOut: boolean;
  /** The number of records that were added meanwhile and still exist. */
  left: number;
}

const NOTHING: Findings = { groups: [], optOut: false, open: false };

/**
 * Forgetting a customer: their records are searched for and shown, exported on request, and deleted after a
 * confirmation. Nothing is deleted while a conversation is open.
 */
export const forgetCustomer = setup({
  types: {
    context: {} as ForgetContext,
    events: {} as ForgetEvent,
    input: {} as { id: string },
    tags: '' as 'busy',
  },
  actions: {
    look: () => undefined,
    exportRecords: () => undefined,
    forgetRecords: () => undefined,
    announceForgotten: () => undefined,
  },
  guards: { isClosed: ({ context }) => !context.findings.open },
}).createMachine({
  id: 'forgetCustomer',
  initial: 'looking',
  context: ({ input }) => ({ id: input.id, findings: NOTHING, notice: null, alsoOptOut: false, left: 0 }),
  states: {
    looking: {
      tags: 'busy',
      entry: 'look',
      on: { LOOKED: { target: 'choosing', actions: assign({ findings: ({ event }) => event.findings }) } },
    },
    choosing: {
      on: {
        EXPORT: { target: 'exporting', actions: 'exportRecords' },
        CONFIRM: {
          guard: 'isClosed',
          target: 'forgetting',
          actions: [assign({ alsoOptOut: ({ event }) => event.alsoOptOut }), 'forgetRecords'],
        },
        CANCEL: 'closed',
      },
    },
    exporting: {
      tags: 'busy',
      on: { EXPORTED: { target: 'choosing', actions: assign({ notice: ({ event }) => event.notice }) } },
    },
    forgetting: {
      tags: 'busy',
      on: {
        FORGOTTEN: {
          target: 'forgotten',
          actions: [assign({ left: ({ event }) => event.left }), 'announceForgotten'],
        },
      },
    },
    forgotten: { type: 'final' },
    closed: { type: 'final' },
  },
});
