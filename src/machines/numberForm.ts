/** What an admin types into the Connect and Edit modals; absent fields are empty strings. */
export interface NumberForm {
  apiKey: string;
  phoneNumber: string;
  departmentId: string;
  welcomeMessage: string;
  finishedMessage: string;
  offlineMessage: string;
}

/** A sentence of the locales, with what it mentions. */
export interface Sentence {
  key: string;
  params?: Record<string, string | number>;
}

/** The field of the form that a sentence belongs under. */
export type FieldErrors = Partial<Record<keyof NumberForm, Sentence>>;

/** What 360dialog told of a number when its key was checked; absent where it did not say. */
export interface NumberFacts {
  phoneNumberId?: string;
  displayName?: string;
  quality?: string;
  messagingLimit?: string;
}

/** What the machines of connecting and editing both remember. */
export interface NumberFormContext {
  form: NumberForm;
  errors: FieldErrors;
  /** What 360dialog told of the number. */
  facts: NumberFacts;
}

/** The events that both machines know. */
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

/** The form is shown. @param validate the action that checks what was typed */
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

/** 360dialog is asked about the key, then our webhook is registered there. @param store the action that stores the number */
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
