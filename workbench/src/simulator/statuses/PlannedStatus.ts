import type { MetaRefusal } from '../errors/MetaRefusal';
import type { MessageStatus } from '../store/MessageRecord';

/** A status to be sent so many milliseconds after the send; before the answer when `early`. */
export interface PlannedStatus {
  status: MessageStatus;
  afterMs: number;
  early?: boolean;
  refusal?: MetaRefusal;
}
