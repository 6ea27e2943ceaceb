import type { TypingJob } from '../phone/typing';
import type { StatusJob } from '../statuses/StatusJob';
import type { DeliverJob } from '../webhooks/deliver';

/** Reads the data of stored jobs; the simulator itself wrote them. */
export const parseJob = {
  deliver: (data: unknown) => data as DeliverJob,
  status: (data: unknown) => data as StatusJob,
  typing: (data: unknown) => data as TypingJob,
  template: (data: unknown) => data as { id: string },
  pause: (data: unknown) => data as { id: string; pauses: number },
};
