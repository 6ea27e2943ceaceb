import type { InquiryDocument } from '../documents/InquiryDocument';
import type { RoomDocument } from '../documents/RoomDocument';
import type { UserDocument } from '../documents/UserDocument';

/** The queue. */
export interface Inquiries {
  find(id: string): InquiryDocument | undefined;
  findByRoom(rid: string): InquiryDocument | undefined;
  /** What this user may take: waiting, of no department or of the user's own ones; managers see all. Oldest first. */
  listFor(
    user: UserDocument,
    page?: { count?: number; offset?: number },
  ): { inquiries: InquiryDocument[]; total: number };
  mayTake(user: UserDocument, inquiry: Pick<InquiryDocument, 'department'>): boolean;
  /** Throws `error-not-found`, `error-inquiry-taken`, `error-agent-status-service-offline`. */
  take(id: string, agent: UserDocument): Promise<RoomDocument>;
  /** Writes an inquiry and tells the queue. */
  put(inquiry: InquiryDocument): InquiryDocument;
  remove(inquiry: InquiryDocument): void;
}
