import type { UserReference } from './UserDocument';

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

/** The visitor as a livechat room carries it. `lastMessageTs`: the visitor's last non-system message in this room. */
export interface RoomVisitor {
  _id: string;
  username: string;
  name?: string;
  token: string;
  status?: string;
  phone?: string;
  activity?: string[];
  lastMessageTs?: Date;
}

/** Where a conversation came from. Rooms that an app made have type `app`, the app's id and its name as alias. */
export interface SourceDocument {
  type: 'app' | 'widget' | 'api' | 'sms' | 'email' | 'other';
  id?: string;
  alias?: string;
  label?: string;
  sidebarIcon?: string;
  defaultIcon?: string;
  destination?: string;
}

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
