import { assign, setup } from 'xstate';
import { askingStates, backToForm, fillingState } from './numberForm';
import type { FieldErrors, NumberFacts, NumberForm, NumberFormContext, NumberFormEvent } from './numberForm';

export type EditEvent =
  NumberFormEvent | { type: 'VALID'; keyChanged: boolean } | { type: 'STORED'; changes: string[] };

interface EditContext extends NumberFormContext {
  digits: string;
  /** The values when the form was opened: only differences from them are this admin's changes. */
  opened: NumberForm;
  /** The names of the changed fields, for the announcement. */
  changes: string[];
}

/**
 * Changing a connected number. An empty key field keeps the old key without asking 360dialog. A new key is checked and
 * the webhook is registered again, because a new key loses it (vendor note on key regeneration).
 */
export const editNumber = setup({
  types: {
    context: {} as EditContext,
    events: {} as EditEvent,
    input: {} as { digits: string; form: NumberForm },
    tags: '' as 'busy',
  },
  actions: {
    validateChanges: () => undefined,
    checkKey: () => undefined,
    registerWebhook: () => undefined,
    storeChanges: () => undefined,
    announceChanges: () => undefined,
    keepForm: assign((_, { form }: { form: NumberForm }) => ({ form, errors: {} })),
    keepFacts: assign((_, { facts }: { facts: NumberFacts }) => ({ facts })),
    keepErrors: assign((_, { errors }: { errors: FieldErrors }) => ({ errors })),
    /** The key is stored with the number now, so the journey's own copy is removed. */
    forgetKey: assign({ form: ({ context }) => ({ ...context.form, apiKey: '' }) }),
  },
  guards: { keyChanged: (_, params: { keyChanged: boolean }) => params.keyChanged },
}).createMachine({
  id: 'editNumber',
  initial: 'filling',
  on: { FAILED: backToForm },
  context: ({ input: { digits, form } }) => ({ digits, opened: form, form, errors: {}, facts: {}, changes: [] }),
  states: {
    filling: fillingState('validateChanges'),
    validating: {
      tags: 'busy',
      on: {
        VALID: [
          {
            guard: { type: 'keyChanged', params: ({ event }) => ({ keyChanged: event.keyChanged }) },
            target: 'checking',
            actions: 'checkKey',
          },
          { target: 'storing', actions: 'storeChanges' },
        ],
      },
    },
    ...askingStates('storeChanges'),
    storing: {
      tags: 'busy',
      on: {
        STORED: {
          target: 'changed',
          actions: [assign({ changes: ({ event }) => event.changes }), 'forgetKey', 'announceChanges'],
        },
      },
    },
    changed: { type: 'final' },
    cancelled: { type: 'final' },
  },
});
