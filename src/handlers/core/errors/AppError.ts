/** A sentence of the locales that says what is wrong, with what it mentions: `errors:baseUrlMalformed` and its parameters. */
export interface Problem {
  key: string;
  params?: Record<string, string | number>;
}

/** The result of a validator: the accepted value, or the error that the person has to correct. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Problem };

/** The meaning of a known failure: who must act, whether a retry can help, and the sentence for people. */
export interface ErrorAdvice {
  /** 'refused': somebody said no. 'unreachable': nobody could answer. 'input': a person corrects it. 'bug': it is ours. */
  kind: 'refused' | 'unreachable' | 'input' | 'bug';
  /** 'now': at once is fine. 'later': after `retryAfterMs`, growing. 'no': the same request fails again, or may double. */
  retry: 'no' | 'now' | 'later';
  /** Milliseconds before the first new attempt; only with 'later'. */
  retryAfterMs?: number;
  /** The key of the sentence, such as `errors:keyRefused`. */
  key: string;
}

/** Everything an `AppError` knows; only the advice is always there. */
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
 * The one error that handlers throw: its key and parameters are the sentence for a person (`describeError`), the rest
 * tells the machinery what to do. Its `message` is for logs; neither ever holds an API key or a secret.
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
