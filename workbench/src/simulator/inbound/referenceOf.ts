import type { JsonObject } from '../json/JsonObject';
import type { InboundRequest } from './InboundRequest';

/** `context` of a message that answers another one: the author and the id of that one. */
export function referenceOf({ simulator, number, customer }: InboundRequest, wamid: string): JsonObject {
  const isOwn = simulator.store.messages.byWamid(wamid)?.direction === 'in';
  return { from: isOwn ? (customer.waId ?? customer.userId) : number.phoneNumber, id: wamid };
}
