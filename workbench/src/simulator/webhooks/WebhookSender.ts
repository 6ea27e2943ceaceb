/** What came of one request to a webhook; `status` is absent when there was no answer. */
export interface WebhookAttempt {
  status?: number;
  error?: string;
  ms: number;
}

export interface WebhookRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
}

/** Posts webhook bodies over the network. */
export interface WebhookSender {
  /** Waits for a free place among `concurrency` requests of that lane, then posts. Never rejects. */
  post(lane: string, concurrency: number, request: WebhookRequest): Promise<WebhookAttempt>;
  /** Breaks off what is under way; it counts as failed and will be repeated. */
  stop(): void;
}
