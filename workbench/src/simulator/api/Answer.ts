/** An answer of the simulated API, with one of `json`, `text` and `bytes`, or none for an empty body. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
  bytes?: Buffer;
  /** `reset` closes the connection instead; `cut` announces the whole body and closes the connection in the middle. */
  fate?: 'reset' | 'cut';
}

/** 200 with a JSON body. */
export function ok(json: unknown): Answer {
  return { status: 200, json };
}
