import { assign, setup } from 'xstate';
import { askingStates, backToForm, fillingState } from './numberForm';
import type { FieldErrors, NumberFacts, NumberForm, NumberFormContext, NumberFormEvent } from './numberForm';

export type ConnectEvent =
  NumberFormEvent | { type: 'VALID'; digits: string; webhookSecret: string } | { type: 'STORED' };

interface ConnectContext extends NumberFormContext {
  digits: string;
  /** Created before 360dialog gets it, and stored with the number. */
  webhookSecret: string;
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
 * Connecting a WhatsApp number: the form is filled in and validated, 360dialog checks the key, the webhook is
 * registered there, and the number is stored. A failure at any step leads back to the form with the typed values.
 */
export const connectNumber = setup({
  types: { context: {} as ConnectContext, events: {} as ConnectEvent, tags: '' as 'busy' },
  actions: {
    validateForm: () => undefined,
    checkKey: () => undefined,
    registerWebhook: () => undefined,
    storeNumber: () => undefined,
    announceNumber: () => undefined,
    keepForm: assign((_, { form }: { form: NumberForm }) => ({ form, errors: {} })),
    keepFacts: assign((_, { facts }: { facts: NumberFacts }) => ({ facts })),
    keepErrors: assign((_, { errors }: { errors: FieldErrors }) => ({ errors })),
    /** The key is stored with the number now, so the journey's own copy is removed. */
    forgetKey: assign({ form: ({ context }) => ({ ...context.form, apiKey: '' }) }),
  },
}).createMachine({
  id: 'connectNumber',
  initial: 'filling',
  on: { FAILED: backToForm },
  context: { form: emptyForm, errors: {}, digits: '', webhookSecret: '', facts: {} },
  states: {
    filling: fillingState('validateForm'),
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
    ...askingStates('storeNumber'),
    storing: {
      tags: 'busy',
      on: { STORED: { target: 'connected', actions: ['forgetKey', 'announceNumber'] } },
    },
    connected: { type: 'final' },
    cancelled: { type: 'final' },
  },
});
