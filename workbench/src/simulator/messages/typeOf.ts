import type { JsonObject } from '../json/JsonObject';
import { wordOf } from '../json/wordOf';

/** The type of a message to send; text when it is not given. */
export function typeOf({ type }: JsonObject): string {
  return type === undefined || type === null ? 'text' : wordOf(type).toLowerCase();
}
