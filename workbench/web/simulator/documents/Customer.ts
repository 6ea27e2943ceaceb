import * as v from 'valibot';
import { WhatsappMessage } from './PhoneMessage';

const flag = (fallback: boolean) => v.optional(v.boolean(), fallback);

/** Somebody with a phone. */
export const Customer = v.looseObject({
  id: v.string(),
  name: v.string(),
  waId: v.optional(v.string()),
  userId: v.optional(v.string()),
  username: v.optional(v.string()),
  onWhatsApp: flag(true),
  readReceipts: flag(true),
  offline: flag(false),
  marketingStopped: flag(false),
  blocked: v.optional(v.array(v.string()), []),
});
export type Customer = v.InferOutput<typeof Customer>;

/** A business number at the simulated 360dialog. */
export const PhoneNumber = v.looseObject({
  phoneNumber: v.string(),
  displayName: v.optional(v.string(), ''),
  apiKey: v.optional(v.string()),
  webhook: v.optional(v.nullable(v.looseObject({ url: v.optional(v.string()) }))),
  quality: v.optional(v.string()),
  messagingLimit: v.optional(v.string()),
});
export type PhoneNumber = v.InferOutput<typeof PhoneNumber>;

/** Something that the simulator can send as a customer, with a request that does so. */
export const InboundKind = v.looseObject({
  id: v.string(),
  title: v.string(),
  description: v.optional(v.string(), ''),
  example: WhatsappMessage,
});
export type InboundKind = v.InferOutput<typeof InboundKind>;
