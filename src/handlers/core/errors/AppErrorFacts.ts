import type { ErrorAdvice } from './ErrorAdvice';

/** Everything an `AppError` knows; only the advice is always there. */
export interface AppErrorFacts extends ErrorAdvice {
  params?: Record<string, string | number>;
  /** Meta's error code, where there was one. */
  code?: number;
  /** The HTTP status of the answer, where there was an answer. */
  status?: number;
  /** The request may have had its effect all the same: repeating it blindly can double it. */
  maybeSent?: boolean;
  cause?: unknown;
}
