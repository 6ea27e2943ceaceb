import * as v from 'valibot';

/** A WhatsApp message: its type, and the object of that name; each bubble reads its own. */
export const WhatsappMessage = v.looseObject({ type: v.optional(v.string(), 'unknown') });
export type WhatsappMessage = v.InferOutput<typeof WhatsappMessage>;
