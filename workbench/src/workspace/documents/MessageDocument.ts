import type { UserReference } from './UserDocument';

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
  channels?: { _id: string; name?: string; fname?: string }[];
  /** Only the addressed user sees it; never stored. */
  private?: boolean;
  /** Set on messages that an app's user sent. */
  bot?: { i: string };
  role?: string;
  comment?: string;
  transferData?: Record<string, unknown>;
  _updatedAt: Date;
}

/** An attachment as messages store it (quotes, files, images, plain ones). Times are dates or ISO strings, as posted. */
export interface AttachmentDocument {
  [field: string]: unknown;
  title?: string;
  title_link?: string;
  title_link_download?: boolean;
  text?: string;
  description?: string;
  color?: string;
  type?: string;
  image_url?: string;
  image_type?: string;
  image_size?: number;
  audio_url?: string;
  audio_type?: string;
  audio_size?: number;
  video_url?: string;
  video_type?: string;
  video_size?: number;
  format?: string;
  size?: number;
  message_link?: string;
  author_name?: string;
  author_icon?: string;
  author_link?: string;
  thumb_url?: string;
  ts?: unknown;
  attachments?: AttachmentDocument[];
}
