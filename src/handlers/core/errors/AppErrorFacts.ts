import type { ErrorAdvice } from './ErrorAdvice';

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
