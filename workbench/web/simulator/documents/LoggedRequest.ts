import * as v from 'valibot';

/** One request to the simulated API. */
export const LoggedRequest = v.looseObject({
  id: v.number(),
  at: v.number(),
  phoneNumber: v.optional(v.string()),
  method: v.string(),
  path: v.string(),
  /** 0 when there was no answer. */
  status: v.number(),
  ms: v.optional(v.number(), 0),
  requestBody: v.optional(v.unknown()),
  responseBody: v.optional(v.unknown()),
  faults: v.optional(v.array(v.string())),
});
export type LoggedRequest = v.InferOutput<typeof LoggedRequest>;

/** One request to a webhook and what became of it. */
export const Delivery = v.looseObject({
  id: v.number(),
  createdAt: v.number(),
  state: v.string(),
  target: v.optional(v.string()),
  summary: v.optional(v.string(), ''),
  attempts: v.optional(v.number(), 0),
  nextAttemptAt: v.optional(v.number()),
  status: v.optional(v.number()),
  error: v.optional(v.string()),
  ms: v.optional(v.number()),
});
export type Delivery = v.InferOutput<typeof Delivery>;
