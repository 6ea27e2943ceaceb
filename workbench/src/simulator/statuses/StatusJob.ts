import type { MetaRefusal } from '../errors/metaError';
import type { MessageStatus } from '../store/messages';

/** A status that is to be sent for a message. */
export interface StatusJob {
  wamid: string;
  status: MessageStatus;
  refusal?: MetaRefusal;
}

/** A status to be sent so many milliseconds after the send; before the answer when `early`. */
export interface PlannedStatus {
  status: MessageStatus;
  afterMs: number;
  early?: boolean;
  refusal?: MetaRefusal;
}
