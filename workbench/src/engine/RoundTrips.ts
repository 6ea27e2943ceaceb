/** One thing that was asked of an app (or of an app by a job), and every call that came of it. */
export interface RequestRecord {
  id: string;
  /** `endpoint`, `interaction`, `command`, `listener`, `job`, `setting`, `lifecycle`, `outbound`, `background`. */
  kind: string;
  label: string;
  startedAt: Date;
  /** From start to answer, in milliseconds; absent while it runs. Work that goes on after the answer is still counted. */
  ms?: number;
  /** JSON-RPC requests from the sandbox, by name: `livechat.createMessage`. Exact. */
  calls: Record<string, number>;
  /** Requests to the sandbox that this one caused: `app:executePostMessageSent`. */
  deliveries: Record<string, number>;
  /** The sum of `calls`: the round trips. */
  total: number;
}

/** Counts what apps cost. Keeps the last 500 requests. */
export interface RoundTrips {
  list(): RequestRecord[];
  /** All round trips since the last `clear`. */
  readonly total: number;
  clear(): void;
  /** Calls `listener` when a request has been answered, and again when late work of it has changed its count. */
  subscribe(listener: (request: RequestRecord) => void): () => void;
}
