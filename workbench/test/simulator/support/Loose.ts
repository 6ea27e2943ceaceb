/** What `JSON.parse` gives: a test reads it as it expects it to be, and fails when it is not so. */
export type Loose = ReturnType<JSON['parse']>;
