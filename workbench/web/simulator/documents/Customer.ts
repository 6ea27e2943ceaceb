import * as v from 'valibot';

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
