import { isObject } from '../json/isObject';
import type { JsonObject } from '../json/JsonObject';

/** The webhook bodies in a JSON text: the whole, or the members of an object of named bodies. Empty when there is none. */
export function bodiesIn(text: string): JsonObject[] {
  const value = parse(text);
  if (!isObject(value)) return [];
  if (isBody(value)) return [value];
  return Object.values(value).filter((member): member is JsonObject => isObject(member) && isBody(member));
}

/** An envelope, or the flat form from before the Cloud API; messages to send have a `messaging_product` at the top. */
function isBody(value: JsonObject): boolean {
  if (Array.isArray(value.entry)) return true;
  return value.messaging_product === undefined && (Array.isArray(value.messages) || Array.isArray(value.statuses));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
