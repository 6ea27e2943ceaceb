import * as v from 'valibot';

const valueSchema = v.partial(
  v.object({
    /** The digits of a connected number. */
    number: v.string(),
    /** Rocket.Chat's id of a message. */
    messageId: v.string(),
    /** Rocket.Chat's id of a conversation's room. */
    room: v.string(),
    /** The id of a journey. */
    flow: v.string(),
    /** WhatsApp's id of a message. */
    wamid: v.string(),
    /** The id of a view. */
    view: v.string(),
    /** The name of a template, and one of its languages. */
    template: v.string(),
    language: v.string(),
    /** The page of a list, from 0. */
    page: v.number(),
    /** The id of a field, and its new value. */
    input: v.string(),
    text: v.string(),
    /** The id of a list of recipients, and which of its people are shown. */
    job: v.string(),
    people: v.picklist(['all', 'unsent']),
  }),
);

/** The value of a button. */
export type ActionValue = v.InferOutput<typeof valueSchema>;

/** Encodes a button's value as the string that Rocket.Chat carries. */
export function encodeValue(value: ActionValue): string {
  return JSON.stringify(value);
}

/**
 * Reads the value of a pressed button. It is empty when this app did not make it, because a client may send anything.
 */
export function decodeValue(text: unknown): ActionValue {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), valueSchema), text);
  return parsed.success ? parsed.output : {};
}

/** The action ids of all buttons and fields. The table of block actions says what each one does. */
export type ActionName =
  | 'account-yes'
  | 'account-no'
  | 'connect-number'
  | 'edit-number'
  | 'disconnect-number'
  | 'run-doctor'
  | 'examine-again'
  | 'repair-webhook'
  | 'show-progress'
  | 'start-again'
  | 'open-again'
  | 'submit-view'
  | 'close-view'
  | 'send-again'
  | 'keep-message'
  | 'cancel-kept'
  | 'cancel-listed'
  | 'send-kept'
  | 'fetch-media'
  | 'open-templates'
  | 'refresh-list'
  | 'choose-number'
  | 'search-templates'
  | 'filter-language'
  | 'filter-status'
  | 'previous-templates'
  | 'next-templates'
  | 'show-template'
  | 'choose-language'
  | 'refresh-templates'
  | 'use-template'
  | 'resume-template'
  | 'fill-field'
  | 'go-back'
  | 'send-to-list'
  | 'leave-list'
  | 'show-list'
  | 'list-page'
  | 'pause-list'
  | 'resume-list'
  | 'cancel-list'
  | 'cancel-list-sure'
  | 'download-list'
  | 'export-customer'
  | 'field';

/**
 * An action's name. A suffix after a dot distinguishes several of the same kind in one view, because clients keep
 * values by action id.
 */
export type ActionId = ActionName | `${ActionName}.${string}`;
