import { isObject } from '../json/isObject';
import type { JsonObject } from '../json/JsonObject';

/** The webhook bodies in a JSON text: the whole, or the members of a list or of an object of named bodies. */
export function bodiesIn(text: string): JsonObject[] {
  const value = parse(text);
  if (isObject(value) && isBody(value)) return [value];
  const members = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return members.filter((member): member is JsonObject => isObject(member) && isBody(member));
}

/** An envelope, one change, or the flat form from before the Cloud API; what is to be sent has a `messaging_product` at the top. */
function isBody(value: JsonObject): boolean {
  if (Array.isArray(value.entry) || (typeof value.field === 'string' && isObject(value.value))) return true;
  return value.messaging_product === undefined && (Array.isArray(value.messages) || Array.isArray(value.statuses));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
