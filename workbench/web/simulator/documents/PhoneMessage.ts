import * as v from 'valibot';
import { RenderedTemplate } from './RenderedTemplate';
import { WhatsappMessage } from './WhatsappMessage';

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
