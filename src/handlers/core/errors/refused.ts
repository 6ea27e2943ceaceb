import type { ErrorAdvice } from './ErrorAdvice';

/** Advice where somebody said no: the same request would be refused again. `key` without its namespace. */
export function refused(key: string): ErrorAdvice {
  return { kind: 'refused', retry: 'no', key: `errors:${key}` };
}
