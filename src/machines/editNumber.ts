import { assign, setup } from 'xstate';
import type { FieldErrors, NumberFacts, NumberForm } from './NumberForm';

export type EditEvent =
  | { type: 'SUBMIT'; form: NumberForm }
  | { type: 'VALID'; keyChanged: boolean }
  | { type: 'ACCEPTED'; facts: NumberFacts }
  | { type: 'REGISTERED' }
  | { type: 'STORED'; changes: string[] }
  | { type: 'FAILED'; errors: FieldErrors }
  | { type: 'CANCEL' };

interface EditContext {
  digits: string;
  /** As the form was opened: only what differs from it was changed by this admin. */
  opened: NumberForm;
  form: NumberForm;
  errors: FieldErrors;
  facts: NumberFacts;
  /** The names of what was changed, for the announcement. */
  changes: string[];
}

/**
 * Changing a connected number. An empty key field keeps the old key, and then 360dialog is not asked; a new key is
 * checked and our webhook is registered again, because a new key loses it (vendor note on key regeneration).
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
    /** The key is stored with the number now; this copy may lie about for a day. */
    forgetKey: assign({ form: ({ context }) => ({ ...context.form, apiKey: '' }) }),
    keepErrors: assign({ errors: (_, params: { errors: FieldErrors }) => params.errors }),
  },
  guards: { keyChanged: (_, params: { keyChanged: boolean }) => params.keyChanged },
}).createMachine({
  id: 'editNumber',
  initial: 'filling',
  on: {
    FAILED: {
      target: '.filling',
      actions: { type: 'keepErrors', params: ({ event }) => ({ errors: event.errors }) },
    },
  },
  context: ({ input: { digits, form } }) => ({ digits, opened: form, form, errors: {}, facts: {}, changes: [] }),
  states: {
    filling: {
      on: {
        SUBMIT: {
          target: 'validating',
          actions: [assign({ form: ({ event }) => event.form, errors: {} }), 'validateChanges'],
        },
        CANCEL: 'cancelled',
      },
    },
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
    checking: {
      tags: 'busy',
      on: {
        ACCEPTED: {
          target: 'registering',
          actions: [assign({ facts: ({ event }) => event.facts }), 'registerWebhook'],
        },
      },
    },
    registering: {
      tags: 'busy',
      on: {
        REGISTERED: { target: 'storing', actions: 'storeChanges' },
      },
    },
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
