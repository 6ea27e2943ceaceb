/** The typed values of the Connect and Edit modals; absent fields are empty strings. */
export interface NumberForm {
  apiKey: string;
  phoneNumber: string;
  departmentId: string;
  welcomeMessage: string;
  finishedMessage: string;
  offlineMessage: string;
}

/** The key of a sentence in the locales, with its parameters. */
export interface Sentence {
  key: string;
  params?: Record<string, string | number>;
}

/** The field of the form that a sentence belongs under. */
export type FieldErrors = Partial<Record<keyof NumberForm, Sentence>>;

/** What 360dialog reported about a number when its key was checked. Facts that it did not report are absent. */
export interface NumberFacts {
  phoneNumberId?: string;
  displayName?: string;
  quality?: string;
  messagingLimit?: string;
}

/** The context that the connect and edit machines share. */
export interface NumberFormContext {
  form: NumberForm;
  errors: FieldErrors;
  /** What 360dialog reported about the number. */
  facts: NumberFacts;
}

/** The events of both machines. */
export type NumberFormEvent =
  | { type: 'SUBMIT'; form: NumberForm }
  | { type: 'ACCEPTED'; facts: NumberFacts }
  | { type: 'REGISTERED' }
  | { type: 'FAILED'; errors: FieldErrors }
  | { type: 'CANCEL' };

/** Any failure leads back to the form, which then shows what is wrong. */
export const backToForm = {
  target: '.filling',
  actions: {
    type: 'keepErrors',
    params: ({ event }: { event: { errors: FieldErrors } }) => ({ errors: event.errors }),
  },
} as const;

/** The state in which the form is shown. @param validate the action that checks the typed values */
export function fillingState<TValidate extends string>(validate: TValidate) {
  return {
    on: {
      SUBMIT: {
        target: 'validating',
        actions: [
          { type: 'keepForm', params: ({ event }: { event: { form: NumberForm } }) => ({ form: event.form }) },
          validate,
        ],
      },
      CANCEL: 'cancelled',
    },
  } as const;
}

/**
 * The states in which 360dialog checks the key and then the webhook is registered there. @param store the action that
 * stores the number
 */
export function askingStates<TStore extends string>(store: TStore) {
  return {
    checking: {
      tags: 'busy',
      on: {
        ACCEPTED: {
          target: 'registering',
          actions: [
            { type: 'keepFacts', params: ({ event }: { event: { facts: NumberFacts } }) => ({ facts: event.facts }) },
            'registerWebhook',
          ],
        },
      },
    },
    registering: { tags: 'busy', on: { REGISTERED: { target: 'storing', actions: store } } },
  } as const;
}
