import { objectOf } from '../json/objectOf';
import { textOf } from '../json/textOf';
import type { JsonObject } from '../json/JsonObject';
import type { InboundRequest } from './InboundRequest';
import { referenceOf } from './referenceOf';

/** The `context` member of a message: the quoted message, and whether it was forwarded; nothing when there is none. */
export function contextOf(request: InboundRequest): JsonObject {
  const { message } = request;
  const given = objectOf(message.context);
  const { message_id: _alias, ...rest } = given;
  const quoted = textOf(given.message_id) ?? textOf(given.id);
  const context: JsonObject = {
    ...(quoted !== undefined && referenceOf(request, quoted)),
    ...rest,
    ...(message.forwarded === true && { forwarded: true }),
    ...(message.frequently_forwarded === true && { frequently_forwarded: true }),
  };
  return Object.keys(context).length > 0 ? { context } : {};
}
