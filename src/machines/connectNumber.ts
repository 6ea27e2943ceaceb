import { assign, setup } from 'xstate';
import type { FieldErrors, NumberFacts, NumberForm } from './NumberForm';

export type ConnectEvent =
  | { type: 'SUBMIT'; form: NumberForm }
  | { type: 'VALID'; digits: string; webhookSecret: string }
  | { type: 'ACCEPTED'; facts: NumberFacts }
  | { type: 'REGISTERED' }
  | { type: 'STORED' }
  | { type: 'FAILED'; errors: FieldErrors }
  | { type: 'CANCEL' };

interface ConnectContext {
  form: NumberForm;
  errors: FieldErrors;
  digits: string;
  /** Made before 360dialog hears of it, and stored with the number. */
  webhookSecret: string;
  facts: NumberFacts;
}

const emptyForm: NumberForm = {
  apiKey: '',
  phoneNumber: '',
  departmentId: '',
  welcomeMessage: '',
  finishedMessage: '',
  offlineMessage: '',
};

/**
 * Connecting a WhatsApp number: the form is filled, what was typed is validated, 360dialog is asked about the key, our
 * webhook is registered there, the number is stored. A failure of any step leads back to the form with what was typed.
 */
export const connectNumber = setup({
  types: { context: {} as ConnectContext, events: {} as ConnectEvent, tags: '' as 'busy' },
  actions: {
    validateForm: () => undefined,
    checkKey: () => undefined,
    registerWebhook: () => undefined,
    storeNumber: () => undefined,
    announceNumber: () => undefined,
    /** The key is stored with the number now; this copy may lie about for a day. */
    forgetKey: assign({ form: ({ context }) => ({ ...context.form, apiKey: '' }) }),
    keepErrors: assign({ errors: (_, params: { errors: FieldErrors }) => params.errors }),
  },
}).createMachine({
  id: 'connectNumber',
  initial: 'filling',
  on: {
    FAILED: {
      target: '.filling',
      actions: { type: 'keepErrors', params: ({ event }) => ({ errors: event.errors }) },
    },
  },
  context: { form: emptyForm, errors: {}, digits: '', webhookSecret: '', facts: {} },
  states: {
    filling: {
      on: {
        SUBMIT: {
          target: 'validating',
          actions: [assign({ form: ({ event }) => event.form, errors: {} }), 'validateForm'],
        },
        CANCEL: 'cancelled',
      },
    },
    validating: {
      tags: 'busy',
      on: {
        VALID: {
          target: 'checking',
          actions: [
            assign({ digits: ({ event }) => event.digits, webhookSecret: ({ event }) => event.webhookSecret }),
            'checkKey',
          ],
        },
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
        REGISTERED: { target: 'storing', actions: 'storeNumber' },
      },
    },
    storing: {
      tags: 'busy',
      on: {
        STORED: {
          target: 'connected',
          actions: ['forgetKey', 'announceNumber'],
        },
      },
    },
    connected: { type: 'final' },
    cancelled: { type: 'final' },
  },
});
