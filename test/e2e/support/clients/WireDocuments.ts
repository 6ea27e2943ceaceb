import type { WireBlock } from '../ui/blocks';

/** A message as REST gives it; the fields that tests look at. */
export interface WireMessage {
  _id: string;
  rid: string;
  msg: string;
  /** ISO time. */
  ts: string;
  u: { _id: string; username: string; name?: string };
  t?: string;
  token?: string;
  alias?: string;
  blocks?: WireBlock[];
  attachments?: Record<string, unknown>[];
  file?: { _id: string; name: string; type: string };
  files?: { _id: string; name: string; type: string }[];
  reactions?: Record<string, { usernames: string[] }>;
  tmid?: string;
  editedAt?: string;
  customFields?: Record<string, unknown>;
}

/** A room as REST gives it; the fields that tests look at. */
export interface WireRoom {
  _id: string;
  t: 'c' | 'p' | 'd' | 'l';
  name?: string;
  fname?: string;
  usernames?: string[];
  v?: { _id: string; username: string; name?: string; token: string; phone?: string };
  servedBy?: { _id: string; username: string };
  source?: { type: string; id?: string; alias?: string; label?: string; destination?: string; sidebarIcon?: string };
  departmentId?: string;
  /** When its last message was, of which people were told. */
  lm?: string;
  open?: boolean;
  closedAt?: string;
  closer?: string;
  customFields?: Record<string, unknown>;
}

/** A waiting conversation. */
export interface WireInquiry {
  _id: string;
  rid: string;
  name: string;
  status: string;
  department?: string;
}

/** The cost of one request to an app. */
export interface WireRoundTrips {
  id: string;
  kind: string;
  label: string;
  /** ISO time. */
  startedAt: string;
  ms?: number;
  calls: Record<string, number>;
  total: number;
}
