import * as v from 'valibot';
import { UserReference } from './User';

const text = v.optional(v.string());
const size = v.optional(v.number());

/** An attachment of a message: a file, a quote, or a plain one. */
export const Attachment = v.looseObject({
  title: text,
  title_link: text,
  text,
  description: text,
  color: text,
  type: text,
  format: text,
  size,
  image_url: text,
  image_type: text,
  image_size: size,
  image_dimensions: v.optional(v.object({ width: v.number(), height: v.number() })),
  audio_url: text,
  audio_type: text,
  video_url: text,
  video_type: text,
  message_link: text,
  author_name: text,
  author_icon: text,
  author_link: text,
  thumb_url: text,
  ts: v.optional(v.unknown()),
  collapsed: v.optional(v.boolean()),
  fields: v.optional(v.array(v.looseObject({ title: text, value: text, short: v.optional(v.boolean()) }))),
  attachments: v.optional(v.array(v.record(v.string(), v.unknown()))),
});
export type Attachment = v.InferOutput<typeof Attachment>;

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
  /** The people and the channels that exist, of those that the text names behind a sign. */
  mentions: v.optional(v.array(UserReference)),
  channels: v.optional(v.array(v.looseObject({ _id: v.string(), name: text, fname: text }))),
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
