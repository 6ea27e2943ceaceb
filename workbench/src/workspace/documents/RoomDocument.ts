import type { RoomVisitor } from './RoomVisitor';
import type { SourceDocument } from './SourceDocument';
import type { UserReference } from './UserReference';

/** A room as Rocket.Chat stores it: channel `c`, private group `p`, direct `d`, livechat `l`. */
export interface RoomDocument {
  _id: string;
  t: 'c' | 'p' | 'd' | 'l';
  name?: string;
  fname?: string;
  topic?: string;
  description?: string;
  /** Members' usernames (on the real server of direct rooms only; here of every room but livechat ones). */
  usernames?: string[];
  uids?: string[];
  u?: UserReference;
  usersCount: number;
  msgs: number;
  ts: Date;
  lm?: Date;
  ro?: boolean;
  default?: boolean;
  archived?: boolean;
  sysMes?: boolean | string[];
  customFields?: Record<string, unknown>;
  _updatedAt: Date;

  // livechat only
  v?: RoomVisitor;
  servedBy?: { _id: string; username: string; name?: string; ts: Date };
  source?: SourceDocument;
  departmentId?: string;
  contactId?: string;
  open?: true;
  waitingResponse?: boolean;
  onHold?: boolean;
  queuedAt?: Date;
  closedAt?: Date;
  closer?: 'user' | 'visitor' | 'bot';
  closedBy?: UserReference;
  closingMessage?: string;
  tags?: string[];
  livechatData?: Record<string, unknown>;
  responseBy?: { _id: string; username: string; firstResponseTs: Date; lastMessageTs: Date };
  /** Seconds in `ft`, `tt` and `avg`. */
  metrics?: {
    v?: { lq: Date };
    servedBy?: { lr: Date };
    response?: { fd?: Date; ft?: number; total: number; tt: number; avg: number };
  };
  omnichannel?: { predictedVisitorAbandonmentAt?: Date };
}
