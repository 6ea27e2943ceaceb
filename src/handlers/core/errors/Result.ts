import type { Problem } from './Problem';

/** What a validator returns: the value it accepts, or what the person has to correct. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Problem };
