import type { Answer } from '../api/Answer';

/** What a fault does to a request before the endpoint sees it. */
export type RequestFault =
  | { do: 'answer'; answer: Answer }
  /** The endpoint runs, but only after so many milliseconds. */
  | { do: 'wait'; ms: number }
  /** No answer at all; the connection is closed after so many milliseconds. */
  | { do: 'hang'; ms: number };
