import * as v from 'valibot';

/** What the app logged while it did one thing. */
export const LogEntry = v.looseObject({
  _id: v.optional(v.string()),
  method: v.optional(v.string(), ''),
  _createdAt: v.optional(v.string()),
  totalTime: v.optional(v.number()),
  entries: v.optional(
    v.array(
      v.looseObject({
        severity: v.optional(v.string(), 'log'),
        timestamp: v.optional(v.string()),
        caller: v.optional(v.nullable(v.string())),
        args: v.optional(v.array(v.unknown()), []),
      }),
    ),
    [],
  ),
});
export type LogEntry = v.InferOutput<typeof LogEntry>;
