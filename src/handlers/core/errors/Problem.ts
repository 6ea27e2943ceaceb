/** A sentence of the locales that says what is wrong, with what it mentions: `errors:baseUrlMalformed` and its parameters. */
export interface Problem {
  key: string;
  params?: Record<string, string | number>;
}
