import type { AttachmentDocument } from './AttachmentDocument';
import type { UserReference } from './UserReference';

/** A file that a message carries. */
export interface MessageFile {
  _id: string;
  name: string;
  type: string;
  size?: number;
  format?: string;
  /** `thumb`: the small copy of a picture, which stands beside it in `files`. */
  typeGroup?: string;
}

/** A message as Rocket.Chat stores it. `token`: it is a visitor's. `t`: it is a system message of that type. */
export interface MessageDocument {
  _id: string;
  rid: string;
  msg: string;
  ts: Date;
  u: UserReference;
  t?: string;
  token?: string;
  alias?: string;
  avatar?: string;
  emoji?: string;
  groupable?: boolean;
  parseUrls?: boolean;
  attachments?: AttachmentDocument[];
  blocks?: Record<string, unknown>[];
  file?: MessageFile;
  files?: MessageFile[];
  reactions?: Record<string, { usernames: string[] }>;
  tmid?: string;
  tcount?: number;
  tlm?: Date;
  replies?: string[];
  editedAt?: Date;
  editedBy?: UserReference;
  customFields?: Record<string, unknown>;
  urls?: { url: string; ignoreParse?: boolean }[];
  mentions?: UserReference[];
  /** Only the addressed user sees it; never stored. */
  private?: boolean;
  /** Set on messages that an app's user sent. */
  bot?: { i: string };
  role?: string;
  comment?: string;
  transferData?: Record<string, unknown>;
  _updatedAt: Date;
}
