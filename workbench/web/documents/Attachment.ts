import * as v from 'valibot';

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
