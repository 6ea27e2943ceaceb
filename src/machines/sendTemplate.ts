import { assign, setup } from 'xstate';
import type { Sentence } from './numberForm';
import { keepTyped, sayNotice, showProblems } from './templateFields';
import type { RoomFile, TemplateFields } from './templateFields';

/** The filters of the list of templates. */
export interface TemplateView {
  search: string;
  /** '' for all. */
  language: string;
  /** `sendable`, `stopped` or '' for all. */
  status: string;
  /** From 0. */
  page: number;
}

/** The recipient of a template. */
export interface TemplateRecipient {
  /** The digits of their phone, or their business-scoped user id if WhatsApp gives no phone. */
  id: string;
  isPhone: boolean;
  name?: string;
}

interface SendTemplateInput {
  /** The room that shows the result: the conversation, or the room in which the command was typed. */
  roomId: string;
  /** The surface of the steps that show templates. The steps that fill in and confirm are always a modal. */
  surface: 'bar' | 'modal';
  /** The first filter of the list: `sendable`, or '' for all. */
  status: string;
  /** The only connected number, or the conversation's number. */
  number?: string;
  /** The customer of the conversation. */
  customer?: TemplateRecipient;
  /**
   * Whether the conversation determines the recipient. Otherwise the recipient is typed and the number can be chosen.
   */
  customerIsFixed: boolean;
  /** The names of the templates that this person sent recently, the latest first. */
  recent: string[];
  /** An unfinished message: its view, and the sentence that offers to continue it. */
  resume?: { view: string; text: string };
}

/** The template when it was chosen, to notice later changes. */
interface SeenTemplate {
  category: string;
  /** A fingerprint of its contents. A different one means that the contents have changed. */
  hash: string;
}

interface SendTemplateContext extends Omit<SendTemplateInput, 'status'>, TemplateFields {
  view: TemplateView;
  template?: { name: string; language: string };
  /** The category that the person saw; absent in a journey that an earlier version of the app stored. */
  seen?: SeenTemplate;
  /** The values with which this person last sent this template, by the parts of the inputs. */
  last: Record<string, string>;
  /** The same, read before the step that asks for the recipient, because the step after it has enough to read. */
  recalled?: Record<string, string>;
  /** Files of the conversation that a header can use, newest first. */
  files: RoomFile[];
  /**
   * A number that changes each time the app fills in an input: the field gets a new id, so that clients show its value.
   */
  revisions: Record<string, number>;
  /** The id that makes sure that repeated requests send the message once. */
  sendId: string;
}

export type SendTemplateEvent =
  | { type: 'NUMBER'; number: string }
  | { type: 'VIEW'; view: Partial<TemplateView> }
  | { type: 'SHOW'; name: string; language: string }
  | { type: 'LANGUAGE'; language: string }
  | { type: 'REFRESH' }
  | { type: 'REFRESHED'; notice: Sentence }
  | { type: 'USE' }
  | { type: 'BACK' }
  /** A field of the form changed; it only refreshes the preview. */
  | { type: 'TYPED'; typed: Record<string, string> }
  /** A suggestion was chosen for an input. */
  | { type: 'FILL'; input: string; value: string; revision: number }
  | { type: 'SUBMIT'; typed: Record<string, string> }
  | { type: 'RECALLED'; last: Record<string, string> }
  | { type: 'RECIPIENT'; customer: TemplateRecipient }
  | ({ type: 'PREPARED'; hasFields: boolean } & Pick<
      SendTemplateContext,
      'suggested' | 'last' | 'files' | 'sendId' | 'seen'
    >)
  | { type: 'VALID' }
  | { type: 'FAILED'; problems: Record<string, Sentence> }
  | { type: 'SENT' }
  /** WhatsApp has not taken it yet; the app goes on by itself. */
  | { type: 'QUEUED' }
  | { type: 'UNSURE' }
  /** WhatsApp refused the message. It can be sent again under another id. */
  | { type: 'REFUSED'; notice: Sentence; sendId: string }
  /** The template changed: the form is shown again with the typed values. */
  | { type: 'OUTDATED'; notice: Sentence }
  /** Only its category changed. The person is asked whether to send it anyway. */
  | { type: 'RECATEGORISED'; notice: Sentence; seen: SeenTemplate }
  /** The template can no longer be sent. */
  | { type: 'GONE'; notice: Sentence }
  /** The view was closed; it can be resumed for a day. */
  | { type: 'LEAVE'; typed: Record<string, string> }
  | { type: 'CANCEL' };

const seeAnew = {
  type: 'seeAnew',
  params: ({ event }: { event: { seen: SeenTemplate } }) => event.seen,
} as const;

/** Showing templates and sending one: number, template and language, recipient, parameters, review. */
export const sendTemplate = setup({
  types: {
    context: {} as SendTemplateContext,
    events: {} as SendTemplateEvent,
    input: {} as SendTemplateInput,
    tags: '' as 'busy' | 'end',
  },
  actions: {
    refreshList: () => undefined,
    recallUse: () => undefined,
    checkRecipient: () => undefined,
    prepareForm: () => undefined,
    checkForm: () => undefined,
    sendIt: () => undefined,
    keepTyped: assign({
      typed: ({ context }, { typed }: { typed: Record<string, string> }) => ({ ...context.typed, ...typed }),
    }),
    forgetProblemsOf: assign({
      problems: ({ context }, params: { inputs: readonly string[] }) =>
        Object.fromEntries(Object.entries(context.problems).filter(([input]) => !params.inputs.includes(input))),
    }),
    say: assign({ notice: (_, notice: Sentence | undefined) => notice }),
    seeAnew: assign({ seen: (_, seen: SeenTemplate) => seen }),
    showProblems: assign({ problems: (_, problems: Record<string, Sentence>) => problems }),
    forgetProblems: assign({ problems: {}, notice: undefined }),
  },
  guards: {
    hasNumber: ({ context }) => context.number !== undefined,
    hasCustomer: ({ context }) => context.customer !== undefined,
    /** A conversation belongs to one of our numbers: its customer never gets a message from another one. */
    numberIsFree: ({ context }) => !context.customerIsFixed,
  },
}).createMachine({
  id: 'sendTemplate',
  initial: 'choosingNumber',
  context: ({ input: { status, ...input } }) => ({
    ...input,
    view: { search: '', language: '', status, page: 0 },
    suggested: {},
    last: {},
    files: [],
    typed: {},
    revisions: {},
    problems: {},
    sendId: '',
  }),
  states: {
    choosingNumber: {
      always: { guard: 'hasNumber', target: 'listing' },
      on: {
        NUMBER: { target: 'listing', actions: assign({ number: ({ event }) => event.number }) },
        CANCEL: 'cancelled',
      },
    },
    listing: {
      on: {
        NUMBER: {
          guard: 'numberIsFree',
          actions: assign({
            number: ({ event }) => event.number,
            view: ({ context }) => ({ ...context.view, page: 0 }),
            notice: undefined,
          }),
        },
        VIEW: {
          actions: assign({
            view: ({ context, event }) => ({ ...context.view, page: 0, ...event.view }),
            notice: undefined,
          }),
        },
        SHOW: {
          target: 'showing',
          actions: [assign({ template: ({ event: { name, language } }) => ({ name, language }) }), 'forgetProblems'],
        },
        REFRESH: { target: 'refreshing', actions: 'refreshList' },
        CANCEL: 'cancelled',
      },
    },
    refreshing: {
      tags: 'busy',
      on: {
        REFRESHED: { target: 'listing', actions: sayNotice },
      },
    },
    showing: {
      on: {
        LANGUAGE: {
          actions: assign({
            template: ({ context, event }) => context.template && { ...context.template, language: event.language },
          }),
        },
        USE: [
          {
            guard: 'hasCustomer',
            target: 'preparing',
            actions: [assign({ surface: 'modal' }), 'forgetProblems', 'prepareForm'],
          },
          { target: 'addressing', actions: [assign({ surface: 'modal' }), 'forgetProblems', 'recallUse'] },
        ],
        BACK: { target: 'listing', actions: 'forgetProblems' },
        CANCEL: 'cancelled',
      },
    },
    addressing: {
      on: {
        RECALLED: { actions: assign({ recalled: ({ event }) => event.last }) },
        SUBMIT: {
          target: 'checkingRecipient',
          actions: [keepTyped, 'forgetProblems', 'checkRecipient'],
        },
        LEAVE: { actions: keepTyped },
        BACK: { target: 'showing', actions: 'forgetProblems' },
        CANCEL: 'cancelled',
      },
    },
    checkingRecipient: {
      on: {
        RECIPIENT: {
          target: 'preparing',
          actions: [assign({ customer: ({ event }) => event.customer }), 'prepareForm'],
        },
        FAILED: { target: 'addressing', actions: showProblems },
        CANCEL: 'cancelled',
      },
    },
    preparing: {
      on: {
        PREPARED: [
          {
            guard: ({ event }) => event.hasFields,
            target: 'filling',
            actions: assign({
              suggested: ({ event }) => event.suggested,
              last: ({ event }) => event.last,
              files: ({ event }) => event.files,
              sendId: ({ event }) => event.sendId,
              seen: ({ event }) => event.seen,
            }),
          },
          {
            target: 'reviewing',
            actions: assign({
              suggested: {},
              last: {},
              files: [],
              sendId: ({ event }) => event.sendId,
              seen: ({ event }) => event.seen,
            }),
          },
        ],
        GONE: { target: 'showing', actions: sayNotice },
        CANCEL: 'cancelled',
      },
    },
    filling: {
      on: {
        TYPED: {
          actions: [
            keepTyped,
            { type: 'forgetProblemsOf', params: ({ event }) => ({ inputs: Object.keys(event.typed) }) },
          ],
        },
        FILL: {
          actions: [
            assign({
              typed: ({ context, event }) => ({ ...context.typed, [event.input]: event.value }),
              revisions: ({ context, event }) => ({ ...context.revisions, [event.input]: event.revision }),
            }),
            { type: 'forgetProblemsOf', params: ({ event }) => ({ inputs: [event.input] }) },
          ],
        },
        SUBMIT: {
          target: 'checkingForm',
          actions: [keepTyped, 'forgetProblems', 'checkForm'],
        },
        LEAVE: { actions: keepTyped },
        BACK: { target: 'showing', actions: 'forgetProblems' },
        CANCEL: 'cancelled',
      },
    },
    checkingForm: {
      on: {
        VALID: 'reviewing',
        FAILED: { target: 'filling', actions: showProblems },
        OUTDATED: { target: 'preparing', actions: [sayNotice, 'prepareForm'] },
        RECATEGORISED: { target: 'reviewing', actions: [sayNotice, seeAnew] },
        GONE: { target: 'showing', actions: sayNotice },
        CANCEL: 'cancelled',
      },
    },
    reviewing: {
      on: {
        SUBMIT: { target: 'sending', actions: ['forgetProblems', 'sendIt'] },
        BACK: [
          { guard: ({ context }) => Object.keys(context.suggested).length > 0, target: 'filling' },
          { target: 'showing' },
        ],
        CANCEL: 'cancelled',
      },
    },
    sending: {
      tags: 'busy',
      on: {
        SENT: 'sent',
        QUEUED: 'queued',
        UNSURE: 'unsure',
        REFUSED: {
          target: 'reviewing',
          actions: [sayNotice, assign({ sendId: ({ event }) => event.sendId })],
        },
        FAILED: { target: 'filling', actions: showProblems },
        OUTDATED: {
          target: 'preparing',
          actions: [sayNotice, 'prepareForm'],
        },
        RECATEGORISED: { target: 'reviewing', actions: [sayNotice, seeAnew] },
        GONE: { target: 'showing', actions: sayNotice },
      },
    },
    /** The person reads the result. */
    sent: { tags: 'end', on: { CANCEL: 'cancelled' } },
    queued: { tags: 'end', on: { CANCEL: 'cancelled' } },
    unsure: { tags: 'end', on: { CANCEL: 'cancelled' } },
    cancelled: { type: 'final' },
  },
});
