import type { AppErrorFacts } from './AppErrorFacts';

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
