import type { Inquiry } from '../../documents/Inquiry';
import type { Workspace } from '../Workspace';
import { openRoom } from './openRoom';

/** Takes a conversation out of the queue and opens it. */
export async function takeInquiry(workspace: Workspace, inquiry: Inquiry): Promise<void> {
  const taken = await workspace.attempt(() =>
    workspace.api.post('/api/v1/livechat/inquiries.take', { inquiryId: inquiry._id }),
  );
  if (taken) {
    await openRoom(workspace, inquiry.rid);
  }
}
