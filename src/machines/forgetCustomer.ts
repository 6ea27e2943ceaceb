import { assign, setup } from 'xstate';
import type { Sentence } from './numberForm';

/** What the app keeps of a customer, by groups in which people think of it. */
export interface Findings {
  /** How many records there are of each group; groups without any are left out. */
  groups: { group: 'identity' | 'messages' | 'waiting' | 'leaving' | 'templates' | 'other'; amount: number }[];
  /** The customer wants no messages. */
  optOut: boolean;
  /** A conversation is open: nothing is deleted while somebody may be writing in it. */
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
  /** What came of the export. */
  notice: Sentence | null;
  alsoOptOut: boolean;
  /** How many records came meanwhile and are still there. */
  left: number;
}

const NOTHING: Findings = { groups: [], optOut: false, open: false };

/**
 * Forgetting a customer: what is kept is looked for and shown, exported where that is wanted, and deleted after a
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
