import { assign, setup } from 'xstate';
import type { Sentence } from './NumberForm';

/** One line of an examination: how it stands, what was found, and what to do where it is not good. */
export interface Finding {
  level: 'good' | 'doubtful' | 'bad';
  says: Sentence;
}

export type DoctorEvent =
  { type: 'EXAMINED'; findings: Finding[] } | { type: 'EXAMINE' } | { type: 'REPAIR' } | { type: 'CANCEL' };

interface DoctorContext {
  digits: string;
  findings: Finding[];
}

/**
 * Examining a connected number; it may be examined again, with its templates read anew, and its webhook may be set anew
 * first.
 */
export const doctor = setup({
  types: {
    context: {} as DoctorContext,
    events: {} as DoctorEvent,
    input: {} as { digits: string },
    tags: '' as 'busy',
  },
  actions: { examine: () => undefined, refreshTemplates: () => undefined, repairWebhook: () => undefined },
}).createMachine({
  id: 'doctor',
  initial: 'examining',
  context: ({ input }) => ({ digits: input.digits, findings: [] }),
  states: {
    examining: {
      tags: 'busy',
      entry: 'examine',
      on: { EXAMINED: { target: 'reported', actions: assign({ findings: ({ event }) => event.findings }) } },
    },
    reported: {
      on: {
        EXAMINE: { target: 'examining', actions: 'refreshTemplates' },
        REPAIR: { target: 'examining', actions: 'repairWebhook' },
        CANCEL: 'closed',
      },
    },
    closed: { type: 'final' },
  },
});
