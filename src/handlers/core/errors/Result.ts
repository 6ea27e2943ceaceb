/** A sentence of the locales that says what is wrong, with what it mentions: `errors:baseUrlMalformed` and its parameters. */
export interface Problem {
  key: string;
  params?: Record<string, string | number>;
}

/** The result of a validator: the accepted value, or the error that the person has to correct. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Problem };
