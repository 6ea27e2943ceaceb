import { assign, setup } from 'xstate';
import type { Sentence } from './numberForm';

/** One line of the report: its level, the finding, and what to do if it is not good. */
export interface Finding {
  level: 'good' | 'doubtful' | 'bad';
  says: Sentence;
}

export type DoctorEvent =
  | { type: 'EXAMINED'; findings: Finding[] }
  | { type: 'EXAMINE' }
  | { type: 'REPAIR' }
  | { type: 'NOT_REPAIRED'; trouble: Sentence }
  | { type: 'CANCEL' };

interface DoctorContext {
  digits: string;
  findings: Finding[];
  /** The reason why a repair of the webhook failed. */
  trouble: Sentence | null;
}

/** A failed repair is listed first. A check that found the same problem does not repeat it. */
function withTrouble(trouble: Sentence | null, findings: Finding[]): Finding[] {
  return trouble
    ? [{ level: 'bad', says: trouble }, ...findings.filter(({ says }) => says.key !== trouble.key)]
    : findings;
}

/**
 * Examining a connected number. It may be examined again after its templates are refreshed or its webhook is set again.
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
  context: ({ input }) => ({ digits: input.digits, findings: [], trouble: null }),
  states: {
    examining: {
      tags: 'busy',
      entry: 'examine',
      on: {
        NOT_REPAIRED: { actions: assign({ trouble: ({ event }) => event.trouble }) },
        EXAMINED: {
          target: 'reported',
          actions: assign({
            findings: ({ context, event }) => withTrouble(context.trouble, event.findings),
            trouble: null,
          }),
        },
      },
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
