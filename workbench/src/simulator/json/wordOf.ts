import { textOf } from './textOf';

/** A value as a word in upper case, for names that Meta compares without regard to case; empty when it is no text. */
export function wordOf(value: unknown): string {
  return (textOf(value) ?? '').toUpperCase();
}
