import type { MetaRefusal } from '../errors/MetaRefusal';
import type { MessageStatus } from '../store/MessageRecord';

/** A status that is to be sent for a message. */
export interface StatusJob {
  wamid: string;
  status: MessageStatus;
  refusal?: MetaRefusal;
}
