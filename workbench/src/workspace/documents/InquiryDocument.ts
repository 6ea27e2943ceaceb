import type { RoomVisitor } from './RoomVisitor';
import type { SourceDocument } from './SourceDocument';

/** A conversation that waits in the queue (`queued`), or that an agent has taken (`taken`). One a livechat room. */
export interface InquiryDocument {
  _id: string;
  rid: string;
  name: string;
  message: string;
  ts: Date;
  t: 'l';
  status: 'ready' | 'queued' | 'taken' | 'verifying';
  department?: string;
  v: RoomVisitor;
  source?: SourceDocument;
  queuedAt?: Date;
  takenAt?: Date;
  defaultAgent?: { agentId: string; username: string };
  _updatedAt: Date;
}
