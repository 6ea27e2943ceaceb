import type { Problem } from './Problem';

/** The result of a validator: the accepted value, or the error that the person has to correct. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Problem };
