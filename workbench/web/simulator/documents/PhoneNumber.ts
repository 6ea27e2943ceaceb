import * as v from 'valibot';

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
