import type { JsonObject } from '../json';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/customers';
import type { NumberRecord } from '../store/numbers';

/** One kind of thing that a customer (or Meta) sends to a business. */
export interface InboundKind {
  title: string;
  description: string;
  /** The shortest request, and one that shows what can be given. */
  example: JsonObject;
  build(request: InboundRequest): InboundParts;
}

/** Something that a customer does towards a business number. */
export interface InboundRequest {
  simulator: Simulator;
  number: NumberRecord;
  customer: CustomerRecord;
  /** A WhatsApp message object, as short as one likes; `type` names the kind. */
  message: JsonObject;
  /** For media; a sample file is taken otherwise. */
  file?: { bytes: Buffer; mimeType: string; filename?: string };
}

/** What a kind makes of a request. */
export interface InboundParts {
  /** The webhook's item besides sender, id and timestamp, which are added. */
  item: JsonObject;
  /** What the phone shows instead of `item`; null: no bubble. */
  shown?: JsonObject | null;
  /** False: this does not restart the 24 h window. */
  opensWindow?: boolean;
  /** True: no `contacts` come with it. */
  isAnonymous?: boolean;
  /** Other places than `messages`/`messages` for the item. */
  field?: string;
  list?: string;
  /** Further members of `value`. */
  beside?: JsonObject;
  /** True: the item is complete, no sender, id or timestamp is added. */
  isComplete?: boolean;
  /** Sent by the business from its own phone: the bubble is on the other side. */
  isEcho?: boolean;
  /** What it changes here, after it was queued. */
  effect?: () => void;
}
