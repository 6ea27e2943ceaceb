import type { JsonObject } from '../json/JsonObject';
import type { InboundParts } from './InboundParts';
import type { InboundRequest } from './InboundRequest';

/** One kind of thing that a customer (or Meta) sends to a business. */
export interface InboundKind {
  title: string;
  description: string;
  /** The shortest request, and one that shows what can be given. */
  example: JsonObject;
  build(request: InboundRequest): InboundParts;
}
