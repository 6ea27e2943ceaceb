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
    /** The id of a field, and what it is filled in with. */
    input: v.string(),
    text: v.string(),
    /** The id of a list that a template goes to, and which of its people are shown. */
    job: v.string(),
    people: v.picklist(['all', 'unsent']),
  }),
);

/** The value of a button. */
export type ActionValue = v.InferOutput<typeof valueSchema>;

/** As a button's `value`, which is a string on the wire. */
export function encodeValue(value: ActionValue): string {
  return JSON.stringify(value);
}

/** Reads the value of a pressed button; empty when it is not ours, because a client may send anything. */
export function decodeValue(text: unknown): ActionValue {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), valueSchema), text);
  return parsed.success ? parsed.output : {};
}
