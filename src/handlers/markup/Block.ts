/** A text in parts: lines to read one by one, and blocks of code that stand by themselves. */
export type Block = { kind: 'lines'; lines: string[] } | { kind: 'code'; lines: string[] };
