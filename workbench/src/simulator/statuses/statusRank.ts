import type { MessageStatus } from '../store/MessageRecord';

/** Order of the statuses; a message only moves upward, and a failure does not undo a delivery. */
export const statusRank: Record<MessageStatus, number> = {
  received: 0,
  accepted: 0,
  sent: 1,
  failed: 2,
  delivered: 3,
  read: 4,
  played: 5,
};
