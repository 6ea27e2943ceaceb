import * as v from 'valibot';
import { Attachment } from './Attachment';
import { UserReference } from './UserReference';

const text = v.optional(v.string());

/** A message as Rocket.Chat stores it; times are ISO strings. */
export const Message = v.looseObject({
  _id: v.string(),
  rid: v.string(),
  msg: v.optional(v.string(), ''),
  ts: v.string(),
  u: UserReference,
  /** A system message of this type. */
  t: text,
  /** The visitor's, when it is set. */
  token: text,
  alias: text,
  avatar: text,
  emoji: text,
  groupable: v.optional(v.boolean()),
  attachments: v.optional(v.array(Attachment)),
  blocks: v.optional(v.array(v.record(v.string(), v.unknown()))),
  reactions: v.optional(v.record(v.string(), v.looseObject({ usernames: v.array(v.string()) }))),
  tmid: text,
  editedAt: text,
  editedBy: v.optional(UserReference),
  customFields: v.optional(v.record(v.string(), v.unknown())),
  /** Only its reader sees it, and only until the page is loaded again. */
  private: v.optional(v.boolean()),
  bot: v.optional(v.unknown()),
  role: text,
  comment: text,
  transferData: v.optional(v.record(v.string(), v.unknown())),
});
export type Message = v.InferOutput<typeof Message>;
