/**
 * The key of a sentence in the locales that says what is wrong, such as `errors:baseUrlMalformed`, and its parameters.
 */
export interface Problem {
  key: string;
  params?: Record<string, string | number>;
}

/** The result of a validator: the accepted value, or the error that the person has to correct. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Problem };

/** The meaning of a known failure: who must act, whether a retry can help, and the sentence for people. */
export interface ErrorAdvice {
  /**
   * 'refused': the other side said no. 'unreachable': there was no answer. 'input': a person must correct something.
   * 'bug': a fault of this app.
   */
  kind: 'refused' | 'unreachable' | 'input' | 'bug';
  /**
   * 'now': retry at once. 'later': retry after `retryAfterMs`, with growing delays. 'no': the same request would fail
   * again or might send twice.
   */
  retry: 'no' | 'now' | 'later';
  /** Milliseconds before the first new attempt; only with 'later'. */
  retryAfterMs?: number;
  /** The key of the sentence, such as `errors:keyRefused`. */
  key: string;
}

/** Everything that an `AppError` holds. Only the advice is always present. */
export interface AppErrorFacts extends ErrorAdvice {
  params?: Record<string, string | number>;
  /** Meta's error code, where there was one. */
  code?: number;
  /** The HTTP status of the answer, where there was an answer. */
  status?: number;
  /** The request may have succeeded in spite of the error, so repeating it may send a message twice. */
  maybeSent?: boolean;
  cause?: unknown;
}

/**
 * The one error that handlers throw. Its key and parameters give the sentence for a person (`describeError`), and the
 * rest tells the code what to do. Its `message` is for logs. Neither ever holds an API key or a secret.
 */
export class AppError extends Error {
  readonly key: AppErrorFacts['key'];
  readonly params: NonNullable<AppErrorFacts['params']>;
  readonly kind: AppErrorFacts['kind'];
  readonly retry: AppErrorFacts['retry'];
  readonly retryAfterMs: AppErrorFacts['retryAfterMs'];
  readonly code: AppErrorFacts['code'];
  readonly status: AppErrorFacts['status'];
  readonly maybeSent: boolean;

  constructor(facts: AppErrorFacts) {
    super(logLine(facts), { cause: facts.cause });
    this.name = 'AppError';
    this.key = facts.key;
    this.params = facts.params ?? {};
    this.kind = facts.kind;
    this.retry = facts.retry;
    this.retryAfterMs = facts.retryAfterMs;
    this.code = facts.code;
    this.status = facts.status;
    this.maybeSent = facts.maybeSent ?? false;
  }

  /** The same error with some facts changed. */
  with(changes: Partial<AppErrorFacts>): AppError {
    const { key, params, kind, retry, retryAfterMs, code, status, maybeSent, cause } = this;
    return new AppError({ key, params, kind, retry, retryAfterMs, code, status, maybeSent, cause, ...changes });
  }
}

function logLine({ key, kind, code, status, params, maybeSent }: AppErrorFacts): string {
  const parts = [
    code === undefined ? '' : `code ${code}`,
    status === undefined ? '' : `HTTP ${status}`,
    maybeSent ? 'may have been sent' : '',
  ].filter(Boolean);
  const details = params?.details === undefined ? '' : `: ${params.details}`;
  return `${key} (${[kind, ...parts].join(', ')})${details}`;
}
