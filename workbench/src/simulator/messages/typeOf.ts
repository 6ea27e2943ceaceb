import type { JsonObject } from '../json/JsonObject';

/** The type of a message to send; text when it is not given. */
export function typeOf({ type }: JsonObject): string {
  return type === undefined || type === null ? 'text' : String(type).toLowerCase();
}
