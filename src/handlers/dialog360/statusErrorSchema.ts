import * as v from 'valibot';

const text = v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())), undefined);

/** One entry of the `errors` of a status, as Meta sends it; `details` may stand in `error_data` or beside it. */
export const statusErrorSchema = v.object({
  code: v.fallback(
    v.optional(v.pipe(v.union([v.number(), v.pipe(v.string(), v.nonEmpty())]), v.transform(Number), v.integer())),
    undefined,
  ),
  title: text,
  message: text,
  details: text,
  error_data: v.fallback(v.optional(v.object({ details: text })), undefined),
});
