import * as v from 'valibot';
import { Source } from './Source';

/** A conversation that waits in the queue. */
export const Inquiry = v.looseObject({
  _id: v.string(),
  rid: v.string(),
  name: v.optional(v.string(), ''),
  message: v.optional(v.string(), ''),
  ts: v.string(),
  status: v.string(),
  department: v.optional(v.string()),
  source: v.optional(Source),
});
export type Inquiry = v.InferOutput<typeof Inquiry>;
