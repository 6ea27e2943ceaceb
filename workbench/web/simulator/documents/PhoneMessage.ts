import * as v from 'valibot';

/** A WhatsApp message: its type, and the object of that name; each bubble reads its own. */
export const WhatsappMessage = v.looseObject({ type: v.optional(v.string(), 'unknown') });
export type WhatsappMessage = v.InferOutput<typeof WhatsappMessage>;

const text = v.optional(v.string());
const Media = v.looseObject({ id: text, link: text, filename: text });

const Header = v.looseObject({ format: text, text, media: v.optional(Media), location: v.optional(v.unknown()) });

const Button = v.looseObject({
  type: v.string(),
  text: v.optional(v.string(), ''),
  url: text,
  phoneNumber: text,
  payload: text,
  code: text,
});

/** A template with its parameters filled in. */
export const RenderedTemplate = v.looseObject({
  name: v.optional(v.string(), ''),
  language: text,
  category: text,
  header: v.optional(Header),
  offer: v.optional(v.looseObject({ text: v.string(), endsAt: v.optional(v.number()) })),
  body: text,
  footer: text,
  buttons: v.optional(v.array(Button), []),
  cards: v.optional(
    v.array(v.looseObject({ header: v.optional(Header), body: text, buttons: v.optional(v.array(Button), []) })),
  ),
});
export type RenderedTemplate = v.InferOutput<typeof RenderedTemplate>;
export type TemplateHeader = v.InferOutput<typeof Header>;
export type TemplateButton = v.InferOutput<typeof Button>;

const direction = v.picklist(['in', 'out']);

/** A message in a chat, seen from the phone: `in` was written by the customer, `out` by the business. */
export const PhoneMessage = v.looseObject({
  wamid: v.string(),
  direction,
  timestamp: v.string(),
  message: WhatsappMessage,
  status: v.optional(v.string(), 'sent'),
  errors: v.optional(v.array(v.looseObject({ code: v.optional(v.number()), title: v.optional(v.string()) }))),
  reactions: v.optional(v.array(v.looseObject({ from: v.string(), emoji: v.string() })), []),
  quoted: v.optional(v.looseObject({ wamid: v.string(), direction, message: WhatsappMessage })),
  edited: v.optional(v.boolean()),
  revoked: v.optional(v.boolean()),
  readByBusiness: v.optional(v.boolean()),
  rendered: v.optional(RenderedTemplate),
});
export type PhoneMessage = v.InferOutput<typeof PhoneMessage>;
