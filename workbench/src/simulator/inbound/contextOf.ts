import type { JsonObject } from '../json';
import { objectOf, textOf } from '../json';
import type { InboundRequest } from './InboundKind';

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

/** `context` of a message that answers another one: the author and the id of that one. */
export function referenceOf({ simulator, number, customer }: InboundRequest, wamid: string): JsonObject {
  const isOwn = simulator.store.messages.byWamid(wamid)?.direction === 'in';
  return { from: isOwn ? (customer.waId ?? customer.userId) : number.phoneNumber, id: wamid };
}
