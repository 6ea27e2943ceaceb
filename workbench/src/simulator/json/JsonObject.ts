/** An object as it came out of `JSON.parse`, of which nothing is known yet. */
export type JsonObject = Record<string, unknown>;
