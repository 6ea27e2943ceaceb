import * as v from 'valibot';
import { customerActivitySchema } from './customerActivity';
import { optionSchema } from './offers';

/** Where a record is filed: its own id, its minute and, where it is about one message, the message's wamid and place. */
const fileSchema = {
  entry: v.string(),
  minute: v.string(),
  wamid: v.optional(v.string()),
  /** The id of the agent's message in Rocket.Chat, or the kind of text that the app sends by itself. */
  about: v.optional(v.string()),
  /** The queue in which it waits, as `conversationKey` names it. A queue holds the messages from one number to one customer. */
  queue: v.optional(v.string()),
  /**
   * For a template and for the app's own texts: the recipient, as `conversationKey` names it. These records belong to no
   * message of an agent.
   */
  byApp: v.optional(v.string()),
  /** Its effect on the customer service window. */
  heard: v.optional(customerActivitySchema),
  /** For news about an agent's message: the status line that may show it, as `lineOf` names it. */
  line: v.optional(v.string()),
};

/** A user who is shown the status of a message. */
const watcherSchema = v.object({
  id: v.string(),
  /** Hours ahead of UTC, as their client last reported to Rocket.Chat. */
  utcOffset: v.optional(v.number()),
});

/** For an agent's message: when it was posted in Rocket.Chat (epoch milliseconds), and who is shown its status. */
const watchedSchema = {
  postedAt: v.optional(v.number()),
  /** A normalised form of its text, made by `wordsOf`. An edit that leaves it unchanged is not reported. */
  words: v.optional(v.string()),
  /** The author, and the agent who served the conversation at that time. Bots are left out. */
  watchers: v.optional(v.array(watcherSchema)),
  /**
   * The position of this WhatsApp message, from 0, when an agent's message was sent as several. Absent when it is the
   * only one.
   */
  part: v.optional(v.object({ at: v.number(), isLast: v.boolean() })),
};

/** When each state of a delivery was reached, epoch milliseconds, by WhatsApp's clock if the status had a time. */
const reachedSchema = v.optional(v.record(v.string(), v.number()));

/** The facts that `canSend` needs before each attempt. */
const gateSchema = v.picklist(['agent', 'reaction', 'automatic', 'template', 'marketing', 'consent']);

/** A message as it is sent, kept so that it can be sent again after a failure. */
const repeatedSchema = {
  gate: v.optional(gateSchema),
  /** The body without its address. Absent for a message of Rocket.Chat, from which the body is built again. */
  content: v.optional(v.record(v.string(), v.unknown())),
  /** Meta's ids of the files in it. */
  media: v.optional(v.array(v.string())),
};

const inboxSchema = v.object({
  ...fileSchema,
  kind: v.literal('inbox'),
  receivedAt: v.number(),
  /** The webhook as it came. */
  body: v.unknown(),
  attempts: v.number(),
  /** Why the last attempt failed. It is stored because work after the answer has no log of its own. */
  reason: v.optional(v.string()),
  /** The digits of the number whose secret was used. Events that name no number are about its account. */
  sender: v.string(),
  /** It was processed before, at least in part, so its messages may be in the room already. */
  resumed: v.optional(v.boolean()),
  /** A second attempt to download its file has begun. A file that crashes the process must not do so for ever. */
  stuck: v.optional(v.boolean()),
  /** The process that works on it. */
  by: v.optional(v.string()),
  /** Until when that process surely works on it, epoch milliseconds, when it was taken up again. */
  until: v.optional(v.number()),
});

const claimSchema = v.object({
  ...fileSchema,
  kind: v.literal('claim'),
  attempts: v.number(),
  /** Until when nobody else may do the work, epoch milliseconds. */
  until: v.optional(v.number()),
});

const linkSchema = v.object({
  ...fileSchema,
  kind: v.literal('link'),
  direction: v.picklist(['in', 'out']),
  /** The digits of our number. */
  number: v.string(),
  customer: v.string(),
  roomId: v.optional(v.string()),
  /** Rocket.Chat's id of the message; absent where the message left none in the room. */
  messageId: v.optional(v.string()),
  /** For a file: the message after it, which holds the caption. */
  captionId: v.optional(v.string()),
  /** Whether the room was created for this message. */
  opened: v.optional(v.boolean()),
  /** How far an outgoing message got. */
  delivery: v.optional(v.string()),
  reached: reachedSchema,
  /** Why it failed, in the words that the agents read. */
  reason: v.optional(v.string()),
  /** The key of the last notice to the agents about a change that the customer does not see. */
  unseenTold: v.optional(v.string()),
  ...watchedSchema,
  /** The wamids of agents' messages that went out before it in the conversation: their statuses show how far it got. */
  after: v.optional(v.array(v.string())),
  /** How far later messages of the conversation got. It is read from their notes and never stored here. */
  overtakenBy: v.optional(v.array(v.string())),
  /** Its position among the parts of the agent's message. */
  piece: v.optional(v.string()),
  /** For an agent's reaction: the emoji, or '' when it was removed. `messageId` is the message that it belongs to. */
  reacted: v.optional(v.string()),
  /** The text that was sent. It is kept only when no message in Rocket.Chat contains it. */
  text: v.optional(v.string()),
  /** The name of the template that it was sent with, and the id of the user who sent that. */
  template: v.optional(v.string()),
  sentBy: v.optional(v.string()),
  /** The quick replies that it offers. */
  options: v.optional(v.array(optionSchema)),
  /** The record that an outgoing message had before WhatsApp took it. */
  outbox: v.optional(v.string()),
  /** The process that sent it. A name other than the reader's own shows that several processes are running. */
  process: v.optional(v.string()),
  ...repeatedSchema,
  /** The customer's current reaction to it, by its name in Rocket.Chat. */
  reaction: v.optional(v.string()),
  /** When they last added or removed a reaction, by WhatsApp's clock, epoch milliseconds. */
  reactedAt: v.optional(v.number()),
  /** The customer's reaction, an emoji, that is shown as a line because it cannot be added to the message. */
  reactionTold: v.optional(v.string()),
});

const noteSchema = v.object({
  ...fileSchema,
  kind: v.literal('note'),
  /** When it was noted, epoch milliseconds. */
  at: v.number(),
  /** When the agent's message was posted, epoch milliseconds. */
  postedAt: v.optional(v.number()),
  /** The fields of the message's link that changed; '' for one that was removed. */
  changes: v.partial(
    v.pick(linkSchema, [
      'roomId',
      'messageId',
      'captionId',
      'delivery',
      'reached',
      'reason',
      'unseenTold',
      'reaction',
      'reactedAt',
      'reactionTold',
    ]),
  ),
});

const earlySchema = v.object({
  ...fileSchema,
  kind: v.literal('early'),
  /** The delivery that a status reported before the message itself was known. */
  delivery: v.string(),
  reached: reachedSchema,
  /** Why it failed, according to the status. */
  errors: v.optional(v.unknown()),
});

const outboxSchema = v.object({
  ...fileSchema,
  kind: v.literal('outbox'),
  number: v.string(),
  customer: v.string(),
  roomId: v.string(),
  /** Absent for texts that the app sends by itself. */
  messageId: v.optional(v.string()),
  /** Its position among the parts of the agent's message; absent when the whole message is sent again. */
  piece: v.optional(v.string()),
  /** For an agent's reaction: the emoji, or '' when it was removed. `messageId` is the message that it belongs to. */
  reacted: v.optional(v.string()),
  /** The text that is sent, when no message in Rocket.Chat holds it. */
  text: v.optional(v.string()),
  /** The name of the template that it is sent with, and the id of the user who sends that. */
  template: v.optional(v.string()),
  sentBy: v.optional(v.string()),
  /** The quick replies that it offers. */
  options: v.optional(v.array(optionSchema)),
  ...watchedSchema,
  at: v.number(),
  ...repeatedSchema,
  /** Its place in the queue, epoch milliseconds; `at` where it is absent. */
  queuedAt: v.optional(v.number()),
  /** The recipient when there is no conversation, because the customer has never written. */
  address: v.optional(v.object({ waId: v.optional(v.string()), userId: v.optional(v.string()) })),
  /**
   * 'waiting': WhatsApp has surely not taken it, and it is tried when it is `due`. 'sending': the request may have
   * left. 'asking': the result of an attempt is unknown, and a status may still report it until it is `due`.
   */
  state: v.optional(v.picklist(['waiting', 'sending', 'asking'])),
  /** Until when the process that works on it is assumed to be alive, epoch milliseconds. */
  busyUntil: v.optional(v.number()),
  due: v.optional(v.number()),
  /** How often it was refused temporarily, and since when. */
  tries: v.optional(v.number()),
  since: v.optional(v.number()),
  /** Nobody knows whether WhatsApp took one of the attempts, so the app makes no other attempt by itself. */
  uncertain: v.optional(v.boolean()),
  /** The users who were told that it is being retried. */
  shownTo: v.optional(v.string()),
  /**
   * Whether the agents were told that it may or may not have arrived. The record stays, because a status may still
   * report the result.
   */
  told: v.optional(v.boolean()),
  /** As in `Outgoing`. */
  isSecret: v.optional(v.boolean()),
  /** The card that says so. */
  cardId: v.optional(v.string()),
});

const refusalSchema = v.object({
  ...fileSchema,
  kind: v.literal('refusal'),
  /** When it was given up, epoch milliseconds. */
  at: v.number(),
  roomId: v.optional(v.string()),
  messageId: v.optional(v.string()),
  /** Its position among the parts of the message; absent when no part of the message could be sent. */
  piece: v.optional(v.string()),
  text: v.optional(v.string()),
  template: v.optional(v.string()),
  /** The reason: the key of a sentence, and WhatsApp's code. */
  key: v.string(),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  code: v.optional(v.number()),
});

const reportSchema = v.object({
  ...fileSchema,
  kind: v.literal('report'),
  /** In the words of the published contract. */
  status: v.picklist(['queued', 'sent', 'delivered', 'read', 'failed', 'deleted']),
  /** The wamid; absent where WhatsApp never took the message. */
  msId: v.optional(v.string()),
  number: v.string(),
  customer: v.string(),
  roomId: v.optional(v.string()),
  messageId: v.optional(v.string()),
  /** The text that was sent. It is kept only when no message in Rocket.Chat contains it. */
  text: v.optional(v.string()),
  /** The template's name. */
  template: v.optional(v.string()),
  /** Why it failed, in the words that the agents read, and WhatsApp's code. */
  reason: v.optional(v.string()),
  code: v.optional(v.number()),
  /** When the status changed, and when this report was stored, epoch milliseconds. */
  at: v.number(),
  since: v.number(),
  attempts: v.number(),
});

const heldSchema = v.object({
  ...fileSchema,
  kind: v.literal('held'),
  wamid: v.string(),
  number: v.string(),
  customer: v.string(),
  /** WhatsApp's time, epoch milliseconds. Messages enter the room in this order. */
  at: v.number(),
  /** The parsed event of its webhook. */
  event: v.unknown(),
});

const entrySchema = v.variant('kind', [
  inboxSchema,
  claimSchema,
  linkSchema,
  noteSchema,
  earlySchema,
  outboxSchema,
  heldSchema,
  refusalSchema,
  reportSchema,
]);

export type Watcher = v.InferOutput<typeof watcherSchema>;
/** A webhook that was stored before it was answered and is not processed yet. */
export type InboxEntry = v.InferOutput<typeof inboxSchema>;
/** A claim: work that one instance does, or has finished. */
export type ClaimEntry = v.InferOutput<typeof claimSchema>;
/** Which message in a room belongs to which WhatsApp message, and how far it got. */
export type LinkEntry = v.InferOutput<typeof linkSchema>;
/**
 * What happened to a message after its link was written. A link is never overwritten, because two instances would undo
 * each other's changes. Readers merge both (`readTogether`).
 */
export type NoteEntry = v.InferOutput<typeof noteSchema>;
/** A status that came before its message. */
export type EarlyEntry = v.InferOutput<typeof earlySchema>;
/** An agent's message on its way to WhatsApp. */
export type OutboxEntry = v.InferOutput<typeof outboxSchema>;
/** A customer's message that waits until an agent is available. */
export type HeldEntry = v.InferOutput<typeof heldSchema>;
/** Records that a message was given up before WhatsApp took it, for **WhatsApp status**. */
export type RefusalEntry = v.InferOutput<typeof refusalSchema>;
/** A status that the Message Status Endpoint has not taken yet. */
export type ReportEntry = v.InferOutput<typeof reportSchema>;
/** A record of the message path. */
export type Entry = v.InferOutput<typeof entrySchema>;

/** Parses a stored record; undefined for a record of another shape, which then stays as it is. */
export function readEntry(record: unknown): Entry | undefined {
  const parsed = v.safeParse(entrySchema, record);
  return parsed.success ? parsed.output : undefined;
}
