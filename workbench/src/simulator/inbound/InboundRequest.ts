import type { JsonObject } from '../json/JsonObject';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/CustomerRecord';
import type { NumberRecord } from '../store/NumberRecord';

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
