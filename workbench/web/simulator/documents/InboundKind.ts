import * as v from 'valibot';
import { WhatsappMessage } from './WhatsappMessage';

/** Something that the simulator can send as a customer, with a request that does so. */
export const InboundKind = v.looseObject({
  id: v.string(),
  title: v.string(),
  description: v.optional(v.string(), ''),
  example: WhatsappMessage,
});
export type InboundKind = v.InferOutput<typeof InboundKind>;
